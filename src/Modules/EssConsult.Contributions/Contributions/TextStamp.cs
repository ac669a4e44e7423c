using System.Globalization;

namespace EssConsult.Contributions;

/// <summary>Tells one state of a text from the next: what somebody read or changed elsewhere meanwhile must not be decided or overwritten unseen.</summary>
internal static class TextStamp
{
    public static string Of(ContentItem? item) => item is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{item.ContentItemVersionId}.{item.ModifiedUtc?.Ticks}");
}
