-- Every sealed text, key, hash and signature has a least and a greatest size, as in lib/http/bytes.ts. Rows from before stay as
-- they are (not valid): they are answered, and the device shows them as rows that can't be opened.

-- Sealed texts: at least an age file of one reader with nothing inside, at most one of 512 KiB.
do $$
declare t text;
begin
  foreach t in array array['private_entry', 'shared_entry', 'reply', 'moment', 'meaning', 'plan_line', 'month_note', 'month_change'] loop
    execute format('alter table %I add constraint sealed_size check (octet_length(sealed) between 200 and 540000) not valid', t);
  end loop;
end $$;

-- Keys, hashes and buckets of throttles: 32 bytes.
alter table account add constraint auth_hash_size check (octet_length(auth_hash) = 32) not valid;
alter table account add constraint recovery_hash_size check (octet_length(recovery_hash) = 32) not valid;
alter table session add constraint secret_hash_size check (octet_length(secret_hash) = 32) not valid;
alter table session add constraint device_key_size check (octet_length(device_key) = 32) not valid;
alter table known_device add constraint secret_hash_size check (octet_length(secret_hash) = 32) not valid;
alter table throttle add constraint bucket_size check (octet_length(bucket) = 32) not valid;
alter table invite add constraint token_hash_size check (octet_length(token_hash) = 32) not valid;

-- Bytes that are stored as base64url without padding, by their characters.
alter table account add constraint salt_size check (salt ~ '^[A-Za-z0-9_-]{22}$') not valid;
alter table account add constraint vk_pw_size check (vk_pw ~ '^[A-Za-z0-9_-]{80}$') not valid;
alter table account add constraint vk_rec_size check (vk_rec ~ '^[A-Za-z0-9_-]{80}$') not valid;
alter table account add constraint keyring_size check (keyring ~ '^[A-Za-z0-9_-]*$' and octet_length(keyring) between 40 and 64000) not valid;
alter table invite add constraint inviter_mac_size check (inviter_mac ~ '^[A-Za-z0-9_-]{43}$') not valid;
alter table invite add constraint invitee_mac_size check (invitee_mac ~ '^[A-Za-z0-9_-]{43}$') not valid;

-- Public keys, as the JSON of a bundle.
alter table person add constraint bundle_size check (octet_length(bundle) between 100 and 400) not valid;
alter table invite add constraint inviter_bundle_size check (octet_length(inviter_bundle) between 100 and 400) not valid;
alter table invite add constraint invitee_bundle_size check (octet_length(invitee_bundle) between 100 and 400) not valid;
