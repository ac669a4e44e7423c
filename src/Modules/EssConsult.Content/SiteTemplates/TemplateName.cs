namespace EssConsult.Content.SiteTemplates;

/// <summary>
/// The two spellings of a template: <c>Content_Summary__BlogPost</c> in recipes, <c>Content-BlogPost.Summary</c> in folders and in
/// the code (§5.3 of the formats).
/// </summary>
internal static class TemplateName
{
    private const string Mode = "Display";

    /// <summary>Hyphens become two underscores; a display type moves from the end to behind the first segment, a display mode stays.</summary>
    public static string ToKey(string name)
    {
        var dot = name.LastIndexOf('.');
        var (path, display) = dot < 0 ? (name, null) : (name[..dot], name[(dot + 1)..]);
        var segments = path.Replace('.', '_').Split('-');
        if (display == Mode)
        {
            segments[^1] += "_" + Mode;
        }
        else if (display is not null)
        {
            segments[0] += "_" + display;
        }

        return string.Join("__", segments);
    }

    public static string ToFile(string key)
    {
        var segments = key.Split("__");
        if (segments.Length > 1 && segments[^1].EndsWith("_" + Mode, StringComparison.Ordinal))
        {
            return string.Join('-', segments)[..^(Mode.Length + 1)] + "." + Mode;
        }

        var first = segments[0].Split('_', 2);
        return string.Join('-', segments.Skip(1).Prepend(first[0])) + (first.Length == 2 ? "." + first[1] : string.Empty);
    }
}
