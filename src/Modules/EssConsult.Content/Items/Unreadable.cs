using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace EssConsult.Content.Items;

/// <summary>What somebody imported may have any shape: a book that is read at each start leaves out what it cannot read.</summary>
internal static partial class Unreadable
{
    /// <returns>Null when it cannot be read.</returns>
    public static T? ReadOrSkip<T>(this ILogger log, string? contentItemId, Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is RuleException or JsonException or InvalidOperationException or FormatException)
        {
            Skipped(log, contentItemId, (error as RuleException)?.Code ?? error.GetType().Name);
            return null;
        }
    }

    public static T? ReadOrSkip<T>(this ILogger log, JsonObject embedded, Func<T?> read)
        where T : class => log.ReadOrSkip((embedded["ContentItemId"] as JsonValue)?.ToString(), read);

    [LoggerMessage(LogLevel.Warning, "The content item {Id} cannot be read and is left out: {Reason}.")]
    private static partial void Skipped(ILogger log, string? id, string reason);
}
