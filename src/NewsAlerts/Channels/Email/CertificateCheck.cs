using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace NewsAlerts.Channels.Email;

/// <summary>
/// Whether a mail server's certificate is valid, and why not. Revocation is not asked for: the answer would come from another
/// server, which may be slow or out of reach while the mail server is well.
/// </summary>
/// <param name="host">The host that it must be for.</param>
/// <param name="roots">What to trust in place of what the machine trusts; null means the machine's.</param>
internal sealed class CertificateCheck(string host, X509Certificate2Collection? roots)
{
    private const int MostNames = 3;

    /// <summary>Why the last one that was checked is not valid, and what mends it; null where it is.</summary>
    public string? Problem { get; private set; }

    /// <summary>Checks one.</summary>
    public bool IsValid(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (roots is not null && certificate is not null && errors == SslPolicyErrors.RemoteCertificateChainErrors)
        {
            using var own = new X509Chain();
            own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            own.ChainPolicy.CustomTrustStore.AddRange(roots);
            using var checkedOne = X509CertificateLoader.LoadCertificate(certificate.Export(X509ContentType.Cert));
            errors = own.Build(checkedOne) ? SslPolicyErrors.None : errors;
        }

        Problem = errors == SslPolicyErrors.None ? null : $"the certificate of {host} is not valid: {WhyNot(certificate, chain, errors)}";
        return Problem is null;
    }

    private static string WhyNot(X509Certificate? presented, X509Chain? chain, SslPolicyErrors errors)
    {
        if (presented is null)
        {
            return "the server shows none";
        }

        using var certificate = X509CertificateLoader.LoadCertificate(presented.Export(X509ContentType.Cert));
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return $"it is for {NamesOf(certificate)}, so that smtp: host must be such a name";
        }

        var status = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? default;
        if (status.HasFlag(X509ChainStatusFlags.NotTimeValid))
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"it holds from {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd} to {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}, so that the server must get a new one, or this machine's clock is wrong");
        }

        return status.HasFlag(X509ChainStatusFlags.UntrustedRoot) || status.HasFlag(X509ChainStatusFlags.PartialChain)
            ? $"this machine does not trust its issuer, {certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true)}: "
                + "the server must send its whole chain, or the machine trust the root certificate"
            : string.Join(' ', chain?.ChainStatus.Select(one => one.StatusInformation) ?? []);
    }

    private static string NamesOf(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames())
            .DefaultIfEmpty(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false))
            .ToList();
        return string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? " and others" : "");
    }
}
