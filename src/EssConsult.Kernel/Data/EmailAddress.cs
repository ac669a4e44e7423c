using System.Net.Mail;

namespace EssConsult.Kernel.Data;

public static class EmailAddress
{
    /// <summary>The address without spaces around; null when it is not one.</summary>
    public static string? Clean(string? typed) =>
        typed?.Trim() is { Length: > 3 and <= 254 } address && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address && !address.Any(char.IsControl)
            ? address
            : null;

    public static string Normalize(string address) => address.ToUpperInvariant();
}
