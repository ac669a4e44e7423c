using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EssConsult.Content.Contracts;

/// <summary>
/// The form of an item, generated from its type's definition, shown by the partial <see cref="ContentFormView.Partial"/>. Inputs are
/// named <c>Part.Field.Member</c> (<c>Contribution.Sector.TermContentItemIds</c>, <c>TitlePart.Title</c>).
/// </summary>
public interface IContentForm
{
    /// <summary>Reads what was posted into the item; what is wrong becomes a sentence at its input.</summary>
    Task ReadAsync(ContentItem item, IFormCollection form, ModelStateDictionary errors, ContentFormOptions options, CancellationToken ct);

    /// <summary>The values of every field as text and as JSON, for exports, the API, the index and the page.</summary>
    Task<IReadOnlyList<FieldValue>> ValuesAsync(ContentItem item, CancellationToken ct);
}

/// <param name="ForVisitors">Leaves out what only editors set: addresses, owners, parts without a public form.</param>
/// <param name="Draft">Required values may still be missing.</param>
public sealed record ContentFormOptions(bool ForVisitors = false, bool Draft = false)
{
    /// <summary>Parts that the page asks for itself.</summary>
    public IReadOnlyCollection<string> WithoutParts { get; init; } = [];

    /// <summary>The page shows the summary of errors itself (<see cref="ContentFormView.Summary"/>), above more than this form.</summary>
    public bool WithoutSummary { get; init; }

    /// <summary>What the page says around a field; null for nothing.</summary>
    public Func<FieldDefinition, FieldFrame?>? Frame { get; init; }

    /// <summary>Whether a field must be answered if it is required at all, given the answers to those before it.</summary>
    public Func<ContentItem, FieldDefinition, bool>? Asks { get; init; }
}

public sealed record ContentFormView(ContentItem Item, ContentFormOptions Options)
{
    public const string Partial = "/Features/EssConsult.Content/Form/ContentForm.cshtml";

    /// <summary>Every sentence of the model state with a link to its input; without a model.</summary>
    public const string Summary = "/Features/EssConsult.Content/Form/ErrorSummary.cshtml";

    /// <summary>Shows values as a list of facts, empty ones left out; its model is what <see cref="IContentForm.ValuesAsync"/> gives.</summary>
    public const string Values = "/Features/EssConsult.Content/Form/FieldValues.cshtml";
}

/// <summary>A field's value for readers: <c>Html</c> is safe to show, <c>Text</c> is plain, <c>Json</c> is what the API gives.</summary>
public sealed record FieldValue(FieldDefinition Field, string Text, string Html, System.Text.Json.Nodes.JsonNode? Json)
{
    public bool IsEmpty => Text.Length == 0;
}

/// <summary>Terms and their names, read from memory.</summary>
public interface ITaxonomies
{
    /// <summary>By alias (<c>secteurs</c>) or content item id; null when there is none.</summary>
    Taxonomy? Find(string aliasOrId);

    Term? FindTerm(string termContentItemId);
}

public sealed record Taxonomy(string ContentItemId, string Alias, string Name, IReadOnlyList<Term> Terms);

/// <param name="Depth">0 for a root term; the list of a taxonomy is flat, in reading order.</param>
/// <param name="Item">The term's own item, with the fields of its type.</param>
public sealed record Term(string Id, string Name, string Slug, int Depth, string? ParentId, ContentItem Item);

/// <summary>Files that editors and contributors bring.</summary>
public interface IMedia
{
    /// <summary>
    /// Stores a file after looking at its content; returns the path to put into a MediaField. The row is staged: the caller saves. Until a
    /// published item shows the file, only its owner and those who may see drafts can read it.
    /// </summary>
    /// <param name="content">The bytes.</param>
    /// <param name="fileName">Its extension must agree with the content.</param>
    /// <param name="alternativeText">What a picture shows; required for pictures.</param>
    /// <param name="ownerId">Empty for a visitor without an account.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="RuleException">The kind of file is not allowed, it is too big, or cannot be read.</exception>
    Task<string> StoreAsync(Stream content, string fileName, string? alternativeText, string ownerId, CancellationToken ct);

    /// <summary>Says that something beside content items shows these files to everybody, and no others any more. Staged: the caller saves.</summary>
    /// <param name="holder">What shows them, e.g. <c>actor:018f…</c>.</param>
    /// <param name="paths">As <see cref="StoreAsync"/> returned them; what is left out is deleted in time.</param>
    /// <param name="ct">Ends the reading.</param>
    Task ShowAsync(string holder, IReadOnlyCollection<string> paths, CancellationToken ct);

    /// <summary>Puts a file of a recipe into the library, under the path that the recipe's items name; what was there is replaced.</summary>
    /// <exception cref="RuleException">The kind of file is not allowed, it is too big, or the path leads elsewhere.</exception>
    Task StoreAtAsync(string path, Stream content, string? alternativeText, CancellationToken ct);

    /// <summary>Address of a stored file; <c>?width=480</c> or <c>960</c> gives a smaller picture.</summary>
    string Url(string path);
}
