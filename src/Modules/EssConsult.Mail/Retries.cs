namespace EssConsult.Mail;

/// <summary>How long a message waits after each failure: two days in all before the last attempt, as mail servers do.</summary>
internal static class Retries
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(16), TimeSpan.FromHours(24),
    ];

    /// <summary>The first attempt, and one after each pause.</summary>
    public static int Most => Pauses.Length + 1;

    public static TimeSpan After(int attempts) => Pauses[Math.Clamp(attempts, 1, Pauses.Length) - 1];
}
