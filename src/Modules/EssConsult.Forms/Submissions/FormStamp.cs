using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace EssConsult.Forms.Submissions;

/// <summary>Goes along hidden in a form that was shown: which one, and when.</summary>
/// <param name="ShownId">One for each time that the form is shown, kept through corrections.</param>
internal sealed record FormStamp(Guid ShownId, string FormId, DateTime ShownUtc)
{
    /// <summary>Nobody reads, writes and sends within this time; programs do.</summary>
    public static readonly TimeSpan TooFast = TimeSpan.FromSeconds(2);
}

/// <summary>Signs them: whoever did not get a form cannot send one.</summary>
internal sealed class FormStamps(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("EssConsult.Forms.stamp");

    public string New(string formId) => Write(new FormStamp(Guid.CreateVersion7(), formId, clock.UtcNow()));

    public string Write(FormStamp stamp) => protector.Protect(JsonSerializer.Serialize(stamp));

    /// <returns>Null when it is not ours, or another form's.</returns>
    public FormStamp? Read(string? text, string formId)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<FormStamp>(protector.Unprotect(text)) is { } stamp && stamp.FormId == formId ? stamp : null;
        }
        catch (Exception error) when (error is CryptographicException or JsonException)
        {
            return null;
        }
    }
}
