namespace EssConsult.Actors;

internal static class WebAddress
{
    /// <summary>An http or https address, its scheme added when people leave it out; null when the text is not one.</summary>
    public static string? Read(string? text)
    {
        var typed = text?.Trim() ?? string.Empty;
        var whole = typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed;
        return Uri.TryCreate(whole, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") && address.Host.Contains('.') && !typed.Any(char.IsWhiteSpace)
            ? whole
            : null;
    }

    /// <summary>What a reader needs to see of it.</summary>
    public static string Short(string address) => address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..].TrimEnd('/');
}
