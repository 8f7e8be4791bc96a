#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

// OpenSSL's macros, and its lists of a type, which Swift does not see.

static inline int socialday_bio_flush(BIO *bio) { return (int)BIO_flush(bio); }

static inline STACK_OF(X509) *socialday_certificates_new(void) { return sk_X509_new_null(); }

// Takes the certificate over.
static inline int socialday_certificates_add(STACK_OF(X509) *certificates, X509 *certificate) {
    return sk_X509_push(certificates, certificate);
}

static inline void socialday_certificates_free(STACK_OF(X509) *certificates) {
    sk_X509_pop_free(certificates, X509_free);
}

// Frees the encoders above `bottom`, and leaves `bottom`.
static inline void socialday_bio_free_above(BIO *chain, BIO *bottom) {
    while (chain != NULL && chain != bottom) {
        BIO *below = BIO_pop(chain);
        BIO_free(chain);
        chain = below;
    }
}
