using System.Security.Cryptography;
using System.Text.Json;
using EssConsult.Mail.Contracts;
using Microsoft.AspNetCore.DataProtection;

namespace EssConsult.Workflows.Web;

/// <summary>
/// Addresses that circuits give out: signed, and limited in time. They cannot be carried to another site: an import makes them anew
/// (§4.3, §9.5 of the formats).
/// </summary>
internal sealed class WorkflowLinks(IDataProtectionProvider protection, ISiteAddress address)
{
    private static readonly TimeSpan SignalLife = TimeSpan.FromDays(7);
    private static readonly TimeSpan NoEnd = TimeSpan.FromDays(36_500);
    private readonly ITimeLimitedDataProtector invoking = protection.CreateProtector("EssConsult.Workflows.invoke").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector signalling = protection.CreateProtector("EssConsult.Workflows.signal").ToTimeLimitedDataProtector();

    /// <summary>The address that an <c>HttpRequestEvent</c> answers, from the site's root.</summary>
    /// <param name="typeId">The circuit.</param>
    /// <param name="activityId">The event in it.</param>
    /// <param name="days">How long it holds; 0 holds for a hundred years, as in Orchard.</param>
    public string InvokePath(string typeId, string activityId, int days) => "/workflows/invoke/" + InvokeToken(typeId, activityId, days);

    /// <summary>The token alone, as Orchard's recipes put it behind <c>/workflows/invoke?token=</c>.</summary>
    public string InvokeToken(string typeId, string activityId, int days) => invoking.Protect(JsonSerializer.Serialize(new Invocation(typeId, activityId)), days > 0 ? TimeSpan.FromDays(days) : NoEnd);

    /// <returns>Null when the token is not one of ours, or too old.</returns>
    public Invocation? ReadInvocation(string? token) => Read<Invocation>(invoking, token);

    /// <summary>The link that gives a signal: to all runs about the same, or to this run when it is about nothing.</summary>
    public string SignalUrl(string name, string workflowId, string? correlationId)
    {
        var signal = string.IsNullOrEmpty(correlationId) ? new Signal(name, workflowId, null) : new Signal(name, null, correlationId);
        return address.Absolute("/workflows/trigger?token=" + signalling.Protect(JsonSerializer.Serialize(signal), SignalLife));
    }

    /// <returns>Null when the token is not one of ours, or older than seven days.</returns>
    public Signal? ReadSignal(string? token) => Read<Signal>(signalling, token);

    private static T? Read<T>(ITimeLimitedDataProtector protector, string? token)
        where T : class
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : JsonSerializer.Deserialize<T>(protector.Unprotect(token));
        }
        catch (Exception error) when (error is CryptographicException or JsonException)
        {
            return null;
        }
    }
}

internal sealed record Invocation(string WorkflowId, string ActivityId);

internal sealed record Signal(string SignalName, string? WorkflowId, string? CorrelationId);
