// A sign-in server like Microsoft's, for tests: a real OpenID Connect provider for each tenant behind one address
// for all organisations. `node tests/entra.mjs <key and certificate> <client id> <secret> <redirect address>`
// says its port on the first line. A test posts to /control who signs in next, and what is wrong with their token.
import { createServer } from "node:https";
import { readFileSync } from "node:fs";
import { generateKeyPair, exportJWK, SignJWT, UnsecuredJWT, decodeJwt } from "jose";
import Provider from "oidc-provider";

const [pem, clientId, clientSecret, redirect] = process.argv.slice(2);
const { privateKey } = await generateKeyPair("RS256", { extractable: true });
const jwk = { ...(await exportJWK(privateKey)), kid: "first", alg: "RS256", use: "sig" };
const stranger = (await generateKeyPair("RS256")).privateKey;
const providers = new Map();
let next = {};
let origin = "";
let stopped = false;
const asked = [];

const server = createServer({ key: readFileSync(pem), cert: readFileSync(pem) }, (request, response) => {
  answer(request, response).catch((fault) => {
    console.error(fault);
    response.writeHead(500).end();
  });
});
server.listen(0, "127.0.0.1", () => {
  origin = `https://localhost:${server.address().port}`;
  console.log(server.address().port);
});

function provider(tenant) {
  if (!providers.has(tenant)) {
    const made = new Provider(`${origin}/${tenant}/v2.0`, {
      clients: [{
        client_id: clientId, client_secret: clientSecret, redirect_uris: [redirect],
        token_endpoint_auth_method: "client_secret_post",
      }],
      jwks: { keys: [jwk] },
      cookies: { keys: ["only for tests"] },
      conformIdTokenClaims: false,
      pkce: { required: () => true },
      claims: {
        openid: ["sub", "tid", "oid", "acct", "idp"], profile: ["name", "preferred_username"], email: ["email"],
      },
      scopes: ["openid", "profile", "email", "offline_access"],
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, interaction) => `/${tenant}/v2.0/interaction/${interaction.uid}` },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, tid: tenant, ...people.get(id) }) }),
      clientBasedCORS: () => false,
    });
    made.proxy = false;
    providers.set(tenant, made);
  }
  return providers.get(tenant);
}
const people = new Map();

async function answer(request, response) {
  const url = new URL(request.url, origin);
  const [, tenant, ...rest] = url.pathname.split("/");
  if (url.pathname === "/control") {
    next = JSON.parse(await body(request));
    stopped = next.stopped === true;
    return response.writeHead(204).end();
  }
  if (url.pathname === "/asked") return json(response, asked);
  if (stopped) return response.writeHead(503).end();
  if (tenant === "organizations") {
    switch (rest.join("/")) {
      case "v2.0/.well-known/openid-configuration":
        return json(response, {
          issuer: `${origin}/{tenantid}/v2.0`,
          authorization_endpoint: `${origin}/organizations/oauth2/v2.0/authorize`,
          token_endpoint: `${origin}/organizations/oauth2/v2.0/token`,
          jwks_uri: `${origin}/organizations/discovery/v2.0/keys`,
          response_types_supported: ["code"], subject_types_supported: ["pairwise"],
          id_token_signing_alg_values_supported: ["RS256"],
        });
      case "oauth2/v2.0/authorize":
        asked.push(Object.fromEntries(url.searchParams));
        url.searchParams.delete("client_info");
        if (!["login", "none", "consent"].includes(url.searchParams.get("prompt"))) url.searchParams.delete("prompt");
        return response.writeHead(302, { location: `/${next.tid}/v2.0/auth?${url.searchParams}` }).end();
      case "oauth2/v2.0/token":
        return token(request, response);
      case "discovery/v2.0/keys":
        return json(response, { keys: [{ kty: jwk.kty, n: jwk.n, e: jwk.e, kid: jwk.kid, use: "sig" }] });
    }
    return response.writeHead(404).end();
  }
  const chosen = provider(tenant);
  if (rest[1] === "interaction") {
    people.set(next.oid, { oid: next.oid, name: next.name, email: next.email, preferred_username: next.email, ...next.claims });
    request.url = request.url.replace(`/${tenant}/v2.0`, "");
    const { prompt, params, grantId } = await chosen.interactionDetails(request, response);
    if (prompt.name === "login") {
      return chosen.interactionFinished(request, response, { login: { accountId: next.oid, remember: false } });
    }
    const grant = grantId ? await chosen.Grant.find(grantId) : new chosen.Grant({ accountId: next.oid, clientId });
    grant.addOIDCScope(params.scope);
    return chosen.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  }
  request.originalUrl = request.url;
  request.url = request.url.replace(`/${tenant}/v2.0`, "");
  return chosen.callback()(request, response);
}

async function token(request, response) {
  // The provider's own answer, in which the test may have something of the token made wrong.
  const sent = await body(request);
  const fetched = await fetchHere(`/${next.tid}/v2.0/token`, sent);
  const answered = JSON.parse(fetched.text);
  if (fetched.status === 200 && next.wrong) answered.id_token = await spoilt(answered.id_token);
  json(response, answered, fetched.status);
}

async function spoilt(good) {
  const claims = { ...decodeJwt(good), ...next.wrong.claims };
  for (const name of next.wrong.without ?? []) delete claims[name];
  const make = new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: next.wrong.kid ?? "first" });
  switch (next.wrong.key) {
    case "none": return new UnsecuredJWT(claims).encode();
    case "shared":
      return new SignJWT(claims).setProtectedHeader({ alg: "HS256", kid: "first" }).sign(Buffer.from(clientSecret));
    case "stranger": return make.sign(stranger);
    default: return make.sign(privateKey);
  }
}

async function fetchHere(path, sent) {
  const { request } = await import("node:https");
  return new Promise((resolve, reject) => {
    const asking = request(`${origin}${path}`, {
      method: "POST", rejectUnauthorized: false,
      headers: { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(sent) },
    }, (came) => {
      let text = "";
      came.on("data", (piece) => { text += piece; });
      came.on("end", () => resolve({ status: came.statusCode, text }));
    });
    asking.on("error", reject);
    asking.end(sent);
  });
}

function body(request) {
  return new Promise((resolve) => {
    let text = "";
    request.on("data", (piece) => { text += piece; });
    request.on("end", () => resolve(text));
  });
}

function json(response, value, status = 200) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
