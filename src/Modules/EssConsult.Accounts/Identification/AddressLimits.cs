using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Accounts.Identification;

/// <summary>
/// How many codes and passwords one network address may try: enough for a hall of three hundred people behind one address to
/// come in three times, too few to flood strangers with mail.
/// </summary>
internal sealed class AddressLimits(IHttpContextAccessor http) : IDisposable
{
    public const int AnHour = 1000;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address => SlidingLimit.PerHour(address, AnHour));

    /// <exception cref="RuleException">This address has tried too often.</exception>
    public void Count()
    {
        using var lease = limiter.AttemptAcquire(NetworkAddress.Of(http.HttpContext));
        if (!lease.IsAcquired)
        {
            throw new RuleException("account.too-many", "Trop de demandes viennent de votre réseau. Réessayez dans une heure.");
        }
    }

    public void Dispose() => limiter.Dispose();
}
