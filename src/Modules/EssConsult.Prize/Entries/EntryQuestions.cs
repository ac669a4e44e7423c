using System.Text.Json.Nodes;
using EssConsult.Prize.Editions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EssConsult.Prize.Entries;

/// <summary>The questions of an entry: the fields of a content type that administrators change without code.</summary>
internal sealed class EntryQuestions(IContentDefinitions definitions, IContentStore content, IContentForm form)
{
    internal static readonly ContentFormOptions Unfinished = new(ForVisitors: true, Draft: true) { WithoutSummary = true };

    private static readonly ContentFormOptions Complete = new(ForVisitors: true) { WithoutSummary = true };

    public IReadOnlyList<FieldDefinition> Of(Edition edition) => edition.QuestionsType is { } type && definitions.FindType(type) is { } known ? [.. known.Fields] : [];

    /// <summary>To fill in, with what was answered so far; null where nothing is asked.</summary>
    public ContentItem? For(Edition edition, string? answers) =>
        edition.QuestionsType is not { } type || definitions.FindType(type) is null ? null
        : answers is not null && JsonNode.Parse(answers) is JsonObject json && json.ReadContentItem() is { } kept && kept.ContentType == type ? kept
        : content.New(type, null, null);

    /// <summary>Reads what was posted; required ones may be missing from a draft.</summary>
    /// <returns>The answers as JSON.</returns>
    public async Task<string> ReadAsync(ContentItem item, IFormCollection posted, ModelStateDictionary errors, bool isDraft, CancellationToken ct)
    {
        await form.ReadAsync(item, posted, errors, isDraft ? Unfinished : Complete, ct);
        return item.WriteContentItem().ToJsonString();
    }

    public async Task<IReadOnlyList<FieldValue>> ShowAsync(string? answers, CancellationToken ct) =>
        answers is not null && JsonNode.Parse(answers) is JsonObject json ? await form.ValuesAsync(json.ReadContentItem(), ct) : [];

    /// <summary>Required questions without an answer.</summary>
    public async Task<IReadOnlyList<FieldDefinition>> MissingAsync(Edition edition, string? answers, CancellationToken ct)
    {
        var given = (await ShowAsync(answers, ct)).Where(value => !value.IsEmpty).Select(value => (value.Field.Part, value.Field.Name)).ToHashSet();
        return [.. Of(edition).Where(field => field.Required && !given.Contains((field.Part, field.Name)))];
    }
}
