namespace EssConsult.Queries.Indexing;

internal enum FieldKind
{
    /// <summary>One term, as it is written.</summary>
    Keyword,

    /// <summary>Words, found by their stems.</summary>
    Text,
    Number,

    /// <summary>A keyword whose order is that of time.</summary>
    Date,
}

/// <summary>The fields of the index by Orchard's names (§6.7 of the formats).</summary>
internal static class ItemFields
{
    public const string Version = "1";
    public const string Prefix = "Content.ContentItem.";
    public const string Id = Prefix + "ContentItemId";
    public const string Type = Prefix + "ContentType";
    public const string Owner = Prefix + "Owner";
    public const string FullText = Prefix + "FullText";
    public const string Words = Prefix + "DisplayText.Analyzed";
    public const string KeywordSuffix = ".keyword";

    /// <summary>What kind a field of a content type is indexed as; null for one that is not.</summary>
    public static FieldKind? KindOf(string fieldType) => fieldType switch
    {
        "TextField" or "HtmlField" or "MarkdownField" or "LinkField" => FieldKind.Text,
        "NumericField" => FieldKind.Number,
        "DateField" or "DateTimeField" => FieldKind.Date,
        "BooleanField" or "TaxonomyField" or "ContentPickerField" => FieldKind.Keyword,
        _ => null,
    };

    /// <summary><c>Part.Field</c>, and with the type before it: queries of Orchard say either.</summary>
    public static IEnumerable<string> NamesOf(string type, FieldDefinition field) => field.Part == type ? [$"{type}.{field.Name}"] : [$"{field.Part}.{field.Name}", $"{type}.{field.Part}.{field.Name}"];

    public static FieldKind KindOf(IContentDefinitions definitions, string name) => name switch
    {
        FullText or Words => FieldKind.Text,
        Prefix + "CreatedUtc" or Prefix + "ModifiedUtc" or Prefix + "PublishedUtc" => FieldKind.Date,
        _ when name.StartsWith(Prefix, StringComparison.Ordinal) || name.EndsWith(KeywordSuffix, StringComparison.Ordinal) => FieldKind.Keyword,
        _ => definitions.Types.SelectMany(type => type.Fields.Where(field => NamesOf(type.Name, field).Contains(name))).Select(field => KindOf(field.FieldName)).FirstOrDefault() ?? FieldKind.Keyword,
    };
}
