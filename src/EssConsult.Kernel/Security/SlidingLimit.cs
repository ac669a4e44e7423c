using System.Threading.RateLimiting;

namespace EssConsult.Kernel.Security;

/// <summary>How often one key may do something within a span that slides on by a sixth at a time.</summary>
public static class SlidingLimit
{
    private const int Segments = 6;

    public static RateLimitPartition<string> PerMinute(string key, int permits) => Per(TimeSpan.FromMinutes(1), key, permits);

    public static RateLimitPartition<string> PerHour(string key, int permits) => Per(TimeSpan.FromHours(1), key, permits);

    public static RateLimitPartition<string> Free() => RateLimitPartition.GetNoLimiter("free");

    private static RateLimitPartition<string> Per(TimeSpan window, string key, int permits) =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = window, SegmentsPerWindow = Segments });
}
