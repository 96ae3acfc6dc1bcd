-- CreateEnum
CREATE TYPE "intimacy_type" AS ENUM ('emotional', 'physical', 'intellectual', 'experiential', 'spiritual');

-- CreateEnum
CREATE TYPE "entry_kind" AS ENUM ('reflection', 'voice');

-- CreateEnum
CREATE TYPE "moment_who" AS ENUM ('me', 'both');

-- CreateEnum
CREATE TYPE "feeding_source" AS ENUM ('moment', 'plan', 'page', 'reply');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "bundle" TEXT NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "person_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "kdf" SMALLINT NOT NULL,
    "salt" TEXT NOT NULL,
    "auth_hash" BYTEA NOT NULL,
    "recovery_hash" BYTEA NOT NULL,
    "vk_pw" TEXT NOT NULL,
    "vk_rec" TEXT NOT NULL,
    "keyring" TEXT NOT NULL,
    "keyring_rev" INTEGER NOT NULL,
    "spare_page_saved_on" DATE,

    CONSTRAINT "account_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "only_me" BOOLEAN NOT NULL,
    "label" TEXT NOT NULL,
    "signed_in_on" DATE NOT NULL,
    "last_used_on" DATE NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "device_key" BYTEA,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_device" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "known_device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "throttle" (
    "bucket" BYTEA NOT NULL,
    "count" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(6) NOT NULL,
    "next_at" TIMESTAMPTZ(6) NOT NULL,
    "forget_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("bucket")
);

-- CreateTable
CREATE TABLE "couple" (
    "id" UUID NOT NULL,
    "week_start" SMALLINT NOT NULL,
    "started_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "couple_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "couple_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "slot" SMALLINT NOT NULL,
    "joined_at" TIMESTAMPTZ(6) NOT NULL,
    "left_at" TIMESTAMPTZ(6),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("couple_id","person_id")
);

-- CreateTable
CREATE TABLE "invite" (
    "pair_id" UUID NOT NULL,
    "inviter_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "inviter_bundle" TEXT NOT NULL,
    "inviter_mac" TEXT NOT NULL,
    "week_start" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),
    "accepted_at" TIMESTAMPTZ(6),
    "invitee_id" UUID,
    "invitee_bundle" TEXT,
    "invitee_mac" TEXT,

    CONSTRAINT "invite_pkey" PRIMARY KEY ("pair_id")
);

-- CreateTable
CREATE TABLE "private_entry" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rev" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "added_at" TIMESTAMPTZ(6) NOT NULL,
    "written_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "private_entry_pkey" PRIMARY KEY ("owner_id","id")
);

-- CreateTable
CREATE TABLE "shared_entry" (
    "couple_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL,
    "kind" "entry_kind" NOT NULL,
    "types" "intimacy_type"[],
    "day" DATE NOT NULL,
    "sealed" BYTEA NOT NULL,
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "added_at" TIMESTAMPTZ(6) NOT NULL,
    "written_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "shared_entry_pkey" PRIMARY KEY ("couple_id","id")
);

-- CreateTable
CREATE TABLE "reply" (
    "couple_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "page_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "sealed" BYTEA NOT NULL,
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "added_at" TIMESTAMPTZ(6) NOT NULL,
    "written_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "reply_pkey" PRIMARY KEY ("couple_id","id")
);

-- CreateTable
CREATE TABLE "moment" (
    "couple_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "types" "intimacy_type"[],
    "who" "moment_who" NOT NULL,
    "sealed" BYTEA NOT NULL,
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "added_at" TIMESTAMPTZ(6) NOT NULL,
    "written_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "moment_pkey" PRIMARY KEY ("couple_id","id")
);

-- CreateTable
CREATE TABLE "moment_part" (
    "couple_id" UUID NOT NULL,
    "moment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "types" "intimacy_type"[],
    "taken_out" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "moment_part_pkey" PRIMARY KEY ("couple_id","moment_id","person_id")
);

-- CreateTable
CREATE TABLE "hope" (
    "couple_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "fed" "intimacy_type"[],
    "more" "intimacy_type"[],
    "revealed_at" TIMESTAMPTZ(6),

    CONSTRAINT "hope_pkey" PRIMARY KEY ("couple_id","subject","person_id")
);

-- CreateTable
CREATE TABLE "ritual" (
    "couple_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "proposer_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),
    "ended_by_id" UUID,

    CONSTRAINT "ritual_pkey" PRIMARY KEY ("couple_id","id")
);

-- CreateTable
CREATE TABLE "ritual_terms" (
    "couple_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ritual_id" UUID NOT NULL,
    "proposer_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL,
    "title" TEXT NOT NULL,
    "types" "intimacy_type"[],
    "weekdays" SMALLINT[],
    "starts_on" DATE NOT NULL,
    "every_weeks" SMALLINT NOT NULL,
    "time" TEXT NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "zone" TEXT NOT NULL,
    "week_start" SMALLINT NOT NULL,

    CONSTRAINT "ritual_terms_pkey" PRIMARY KEY ("couple_id","id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "couple_id" UUID NOT NULL,
    "terms_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "agreed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("couple_id","terms_id","person_id")
);

-- CreateTable
CREATE TABLE "meaning" (
    "couple_id" UUID NOT NULL,
    "ritual_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rev" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "written_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "meaning_pkey" PRIMARY KEY ("couple_id","ritual_id","person_id")
);

-- CreateTable
CREATE TABLE "plan" (
    "couple_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ritual_id" UUID,
    "on_date" DATE NOT NULL,
    "version" INTEGER NOT NULL,
    "types" "intimacy_type"[],
    "planned_on" DATE NOT NULL,
    "time" TEXT NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "zone" TEXT NOT NULL,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("couple_id","id")
);

-- CreateTable
CREATE TABLE "taking_part" (
    "couple_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "types" "intimacy_type"[],
    "took_part" BOOLEAN NOT NULL,

    CONSTRAINT "taking_part_pkey" PRIMARY KEY ("couple_id","plan_id","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key_key" ON "account"("email_key");

-- CreateIndex
CREATE UNIQUE INDEX "session_secret_hash_key" ON "session"("secret_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "known_device_secret_hash_key" ON "known_device"("secret_hash");

-- CreateIndex
CREATE INDEX "throttle_forget_at_idx" ON "throttle"("forget_at");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_couple_id_slot_key" ON "membership"("couple_id", "slot");

-- CreateIndex
CREATE INDEX "invite_inviter_id_created_at_idx" ON "invite"("inviter_id", "created_at");

-- CreateIndex
CREATE INDEX "private_entry_owner_id_added_at_id_idx" ON "private_entry"("owner_id", "added_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "shared_entry_couple_id_added_at_id_idx" ON "shared_entry"("couple_id", "added_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "shared_entry_fed" ON "shared_entry"("couple_id", "day") INCLUDE ("author_id", "types", "id", "removed");

-- CreateIndex
CREATE INDEX "reply_couple_id_page_id_added_at_idx" ON "reply"("couple_id", "page_id", "added_at");

-- CreateIndex
CREATE INDEX "reply_fed" ON "reply"("couple_id", "day") INCLUDE ("author_id", "page_id", "removed", "id");

-- CreateIndex
CREATE INDEX "moment_couple_id_added_at_id_idx" ON "moment"("couple_id", "added_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "moment_part_fed" ON "moment_part"("couple_id", "day") INCLUDE ("person_id", "types", "taken_out", "moment_id");

-- CreateIndex
CREATE INDEX "ritual_couple_id_proposed_at_id_idx" ON "ritual"("couple_id", "proposed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ritual_terms_couple_id_ritual_id_proposed_at_idx" ON "ritual_terms"("couple_id", "ritual_id", "proposed_at" DESC);

-- CreateIndex
CREATE INDEX "plan_couple_id_planned_on_idx" ON "plan"("couple_id", "planned_on");

-- CreateIndex
CREATE INDEX "taking_part_fed" ON "taking_part"("couple_id", "day") INCLUDE ("person_id", "types", "took_part", "plan_id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "known_device" ADD CONSTRAINT "known_device_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_inviter_id_fkey" FOREIGN KEY ("inviter_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "private_entry" ADD CONSTRAINT "private_entry_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "shared_entry" ADD CONSTRAINT "shared_entry_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "reply" ADD CONSTRAINT "reply_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "reply" ADD CONSTRAINT "reply_couple_id_page_id_fkey" FOREIGN KEY ("couple_id", "page_id") REFERENCES "shared_entry"("couple_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "moment" ADD CONSTRAINT "moment_couple_id_author_id_fkey" FOREIGN KEY ("couple_id", "author_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "moment_part" ADD CONSTRAINT "moment_part_couple_id_moment_id_fkey" FOREIGN KEY ("couple_id", "moment_id") REFERENCES "moment"("couple_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "moment_part" ADD CONSTRAINT "moment_part_couple_id_person_id_fkey" FOREIGN KEY ("couple_id", "person_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "hope" ADD CONSTRAINT "hope_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "hope" ADD CONSTRAINT "hope_couple_id_person_id_fkey" FOREIGN KEY ("couple_id", "person_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ritual" ADD CONSTRAINT "ritual_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ritual" ADD CONSTRAINT "ritual_couple_id_proposer_id_fkey" FOREIGN KEY ("couple_id", "proposer_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ritual" ADD CONSTRAINT "ritual_couple_id_ended_by_id_fkey" FOREIGN KEY ("couple_id", "ended_by_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ritual_terms" ADD CONSTRAINT "ritual_terms_couple_id_ritual_id_fkey" FOREIGN KEY ("couple_id", "ritual_id") REFERENCES "ritual"("couple_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ritual_terms" ADD CONSTRAINT "ritual_terms_couple_id_proposer_id_fkey" FOREIGN KEY ("couple_id", "proposer_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_couple_id_terms_id_fkey" FOREIGN KEY ("couple_id", "terms_id") REFERENCES "ritual_terms"("couple_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_couple_id_person_id_fkey" FOREIGN KEY ("couple_id", "person_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "meaning" ADD CONSTRAINT "meaning_couple_id_ritual_id_fkey" FOREIGN KEY ("couple_id", "ritual_id") REFERENCES "ritual"("couple_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "meaning" ADD CONSTRAINT "meaning_couple_id_person_id_fkey" FOREIGN KEY ("couple_id", "person_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_couple_id_ritual_id_fkey" FOREIGN KEY ("couple_id", "ritual_id") REFERENCES "ritual"("couple_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "taking_part" ADD CONSTRAINT "taking_part_couple_id_plan_id_fkey" FOREIGN KEY ("couple_id", "plan_id") REFERENCES "plan"("couple_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "taking_part" ADD CONSTRAINT "taking_part_couple_id_person_id_fkey" FOREIGN KEY ("couple_id", "person_id") REFERENCES "membership"("couple_id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;


