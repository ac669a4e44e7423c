namespace EssConsult.Search.Indexing;

/// <summary>The fields of the index. A change of what they hold is a new <see cref="Version"/>: older indexes are then rebuilt.</summary>
internal static class FieldNames
{
    public const string Version = "3";

    public const string Id = "id";

    /// <summary>The assembly that the document comes from: not found while its module is off.</summary>
    public const string Module = "module";
    public const string Audience = "audience";
    public const string Date = "date";

    /// <summary>French stems of the title; <see cref="Text"/> holds those of title and body.</summary>
    public const string Title = "title";
    public const string Text = "text";
    public const string TitleEnglish = "title.en";
    public const string TextEnglish = "text.en";

    /// <summary>Words as written, folded: an exact match counts more than a shared stem.</summary>
    public const string TitleExact = "title.exact";
    public const string TextExact = "text.exact";

    /// <summary>Words with and without accents, for suggestions.</summary>
    public const string Forms = "forms";

    public const string StoredTitle = "stored.title";
    public const string StoredBody = "stored.body";
    public const string Url = "url";
    public const string Language = "language";
    public const string Demo = "demo";

    /// <summary>What <see cref="Audience"/> holds when everybody may read.</summary>
    public const string Everybody = "*";

    public static string Facet(string name) => "facet." + name;
}
