-- Orders written before these facts were kept hold what server/domain/order/later-fields.ts says of them.
update orders set state = jsonb_build_object(
  'firstAsk', null,
  'questions', '[]'::jsonb,
  'site', '{"fibreToHome": "unknown", "hasOnt": "unknown", "selfRepair": "unknown", "remoteSteps": [],
    "resources": {"port": "unknown", "fibre": "unknown", "parts": "unknown", "permission": "unknown"}}'::jsonb,
  'finishPromises', '[]'::jsonb,
  'customerUrges', '[]'::jsonb,
  'referrals', '[]'::jsonb,
  'major', null,
  'issue', null
) || state
where not state ? 'questions';
