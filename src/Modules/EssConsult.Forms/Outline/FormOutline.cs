using System.Text.Json.Nodes;
using EssConsult.Forms.Questionnaires;

namespace EssConsult.Forms.Outline;

/// <summary>A form as a whole: what it asks, and where its answers go.</summary>
internal sealed record FormOutline
{
    private const int Deepest = 12;

    /// <summary>The form's content item id.</summary>
    public required string FormId { get; init; }

    /// <summary>The stored item that holds it; the same id when it stands alone.</summary>
    public required string PageId { get; init; }

    public required string PageVersionId { get; init; }

    public required string Title { get; init; }

    /// <summary>Of the element in the page.</summary>
    public string? ElementId { get; init; }

    public required IReadOnlyList<FormField> Fields { get; init; }

    /// <summary>What <c>Label</c> elements say, by the id that they are for.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>Names of the questions whose sentence a <c>Validation</c> element shows.</summary>
    public required IReadOnlySet<string> ShownApart { get; init; }

    public bool HasButton { get; init; }

    public string? Action { get; init; }

    public bool IsGet { get; init; }

    public string? WorkflowTypeId { get; init; }

    public string? ActivityId { get; init; }

    public string? Thanks { get; init; }

    public string? Note { get; init; }

    /// <summary>Each answer takes one of the codes that were given out.</summary>
    public bool NeedsCode { get; init; }

    /// <summary>Another address takes the form: nothing of it is checked or kept here.</summary>
    public bool IsElsewhere => IsGet || (!string.IsNullOrEmpty(Action) && !Action.Contains("workflows/invoke", StringComparison.OrdinalIgnoreCase));

    public bool HasFiles => Fields.Any(asked => asked.Kind == FieldKind.File);

    public FormField? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);

    public static FormOutline Read(ContentItem form, ContentItem page)
    {
        var elements = Walk(form.Content, 0).ToList();
        var labels = elements.Where(element => element["LabelPart"] is JsonObject)
            .Select(element => (For: element["LabelPart"]!["For"]?.ToString() ?? string.Empty, Text: TextOf(element)))
            .Where(label => label.For.Length > 0 && label.Text.Length > 0).DistinctBy(label => label.For).ToDictionary(label => label.For, label => label.Text);
        var own = form.Content["EssFormPart"] as JsonObject;
        return new FormOutline
        {
            FormId = form.ContentItemId.Length > 0 ? form.ContentItemId : page.ContentItemId,
            PageId = page.ContentItemId, PageVersionId = page.ContentItemVersionId,
            Title = form.DisplayText is { Length: > 0 } title ? title : form.Part<TitlePart>()?.Title is { Length: > 0 } typed ? typed : page.DisplayText ?? form.ContentType,
            ElementId = Text(form.Content["FormElementPart"], "Id"),
            Fields = Merged(elements.Select(element => FormField.Read(element, labels)).OfType<FormField>()),
            Labels = labels,
            ShownApart = elements.Select(element => Text(element["ValidationPart"], "For")).OfType<string>().ToHashSet(),
            HasButton = elements.Any(element => element["ButtonPart"] is JsonObject button && Text(button, "Type") is not ("reset" or "button")),
            Action = Text(form.Content["FormPart"], "Action"), IsGet = string.Equals(Text(form.Content["FormPart"], "Method"), "GET", StringComparison.OrdinalIgnoreCase),
            WorkflowTypeId = Text(own, "WorkflowTypeId") ?? Text(form.Content["FormPart"], "WorkflowTypeId"), ActivityId = Text(own, "WorkflowTypeId") is null ? null : Text(own, "ActivityId"),
            Thanks = Text(own, "Thanks"), Note = Text(own, "Note"), NeedsCode = Questionnaire.NeedsCode(form.Content),
        };
    }

    /// <summary>Finds a form in the item that holds it.</summary>
    /// <returns>Null when it is not there, or is none.</returns>
    public static FormOutline? Find(ContentItem page, string formId)
    {
        if (formId == page.ContentItemId && page.Content["FormPart"] is JsonObject)
        {
            return Read(page, page);
        }

        var found = Walk(page.Content, 0).FirstOrDefault(element => element["FormPart"] is JsonObject && (element["ContentItemId"]?.ToString() is { Length: > 0 } id ? id : page.ContentItemId) == formId);
        return found?["ContentType"] is null ? null : Read(found.ReadContentItem(), page);
    }

    /// <summary>Every form that an item holds, itself included.</summary>
    public static IEnumerable<FormOutline> AllIn(ContentItem page) =>
        (page.Content["FormPart"] is JsonObject ? [Read(page, page)] : Enumerable.Empty<FormOutline>())
        .Concat(Walk(page.Content, 0).Where(element => element["FormPart"] is JsonObject && element["ContentType"] is not null).Select(element => Read(element.ReadContentItem(), page)));

    /// <summary>The text of a <c>Label</c> element.</summary>
    public static string TextOf(JsonObject element) => Text(element, "DisplayText") ?? Text(element["TitlePart"], "Title") ?? string.Empty;

    /// <summary>Radio buttons that share a name are one question.</summary>
    private static IReadOnlyList<FormField> Merged(IEnumerable<FormField> fields) => [.. fields.GroupBy(field => field.Name).Select(same => same.First() with { Options = [.. same.SelectMany(field => field.Options)] })];

    /// <summary>Every embedded element, in the order of the page.</summary>
    private static IEnumerable<JsonObject> Walk(JsonNode? node, int depth) => depth > Deepest * 2 ? [] : node switch
    {
        JsonObject holder => (depth > 0 && holder["ContentType"] is not null ? [holder] : Enumerable.Empty<JsonObject>()).Concat(holder.SelectMany(member => Walk(member.Value, depth + 1))),
        JsonArray list => list.SelectMany(entry => Walk(entry, depth + 1)),
        _ => [],
    };

    private static string? Text(JsonNode? part, string name) => (part as JsonObject)?[name]?.ToString() is { Length: > 0 } text ? text : null;
}
