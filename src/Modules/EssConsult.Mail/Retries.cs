namespace EssConsult.Mail;

/// <summary>How long a message waits after each failure; about two days in all, as mail servers do.</summary>
internal static class Retries
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(16), TimeSpan.FromHours(24),
    ];

    public static int Most => Pauses.Length;

    public static TimeSpan After(int attempts) => Pauses[Math.Clamp(attempts, 1, Pauses.Length) - 1];
}
