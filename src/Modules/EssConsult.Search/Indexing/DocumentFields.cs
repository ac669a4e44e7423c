using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace EssConsult.Search.Indexing;

/// <summary>Writes a document the way queries expect it.</summary>
internal static class DocumentFields
{
    public const string TypeFacet = "type";
    public const string YearFacet = "year";

    private static readonly FieldType Forms = new(TextField.TYPE_NOT_STORED) { IndexOptions = Lucene.Net.Index.IndexOptions.DOCS_ONLY, OmitNorms = true };

    public static Document ToFields(this SearchDocument found, string module)
    {
        var text = string.Join('\n', found.Title, found.Body, found.Keywords);
        var document = new Document
        {
            new StringField(FieldNames.Id, found.Id, Field.Store.YES),
            new StringField(FieldNames.Module, module, Field.Store.NO),
            new StringField(FieldNames.Audience, found.Audience ?? FieldNames.Everybody, Field.Store.NO),
            new TextField(FieldNames.TitleExact, found.Title, Field.Store.NO),
            new TextField(FieldNames.TextExact, text, Field.Store.NO),
            new Field(FieldNames.Forms, text, Forms),
            new StoredField(FieldNames.StoredTitle, found.Title),
            new StoredField(FieldNames.StoredBody, found.Body),
            new StoredField(FieldNames.Url, found.Url),
            new StoredField(FieldNames.Language, found.Language),
            new NumericDocValuesField(FieldNames.Date, found.DateUtc?.Ticks ?? 0),
            new StoredField(FieldNames.Date, found.DateUtc?.Ticks ?? 0),
        };
        var english = found.Language == "en";
        document.Add(new TextField(english ? FieldNames.TitleEnglish : FieldNames.Title, found.Title, Field.Store.NO));
        document.Add(new TextField(english ? FieldNames.TextEnglish : FieldNames.Text, text, Field.Store.NO));
        if (found.Demo)
        {
            document.Add(new StoredField(FieldNames.Demo, 1));
        }

        foreach (var (facet, values) in FacetsOf(found))
        {
            foreach (var value in values.Distinct())
            {
                document.Add(new SortedSetDocValuesField(FieldNames.Facet(facet), new BytesRef(value)));
                document.Add(new StringField(FieldNames.Facet(facet), value, Field.Store.YES));
            }
        }

        return document;
    }

    /// <summary>A stored text; empty when the document has none.</summary>
    public static string Text(this Document document, string field) => document.GetField(field)?.GetStringValue(CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>Its own facets, with the type and the year that every document has.</summary>
    private static IEnumerable<(string Facet, IReadOnlyList<string> Values)> FacetsOf(SearchDocument found)
    {
        yield return (TypeFacet, [found.Kind]);
        if (found.DateUtc is { } date)
        {
            yield return (YearFacet, [date.ToParis().Year.ToString(CultureInfo.InvariantCulture)]);
        }

        foreach (var (facet, values) in found.Facets)
        {
            yield return (facet, values);
        }
    }
}
