namespace EssConsult.Actors;

internal static class ActorSlug
{
    private const int Length = 80;

    /// <summary>The part of an address: ASCII letters, digits and dashes; <c>structure</c> when nothing is left.</summary>
    public static string Of(string text)
    {
        var slug = string.Concat(TextKey.Of(text).Select(sign => sign == ' ' ? '-' : sign).Where(sign => sign == '-' || char.IsAsciiLetterOrDigit(sign)));
        slug = slug.Length > Length ? slug[..Length] : slug;
        return slug.Trim('-') is { Length: > 0 } kept ? kept : "structure";
    }
}
