using System.Text.Json.Nodes;
using EssConsult.Prize.Editions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace EssConsult.Prize.Entries;

/// <summary>What keeps an entry from being sent: an answer that is missing, or longer than <see cref="Most"/> characters.</summary>
internal sealed record AnswerFault(FieldDefinition Field, int? Most);

/// <summary>The questions of an entry: the fields of a content type that administrators change without code.</summary>
internal sealed class EntryQuestions(IContentDefinitions definitions, IContentStore content, IContentForm form, IStringLocalizer words)
{
    public IReadOnlyList<Question> Of(Edition edition) => Of(edition.QuestionsType);

    /// <summary>To fill in, with what was answered so far; null where nothing is asked.</summary>
    public ContentItem? For(Edition edition, string? answers) =>
        edition.QuestionsType is not { } type || definitions.FindType(type) is null ? null
        : answers is not null && JsonNode.Parse(answers) is JsonObject json && json.ReadContentItem() is { } kept && kept.ContentType == type ? kept
        : content.New(type, null, null);

    /// <summary>How the form shows the questions and reads their answers.</summary>
    public ContentFormOptions Form(string? type, bool isDraft)
    {
        var all = Of(type).ToDictionary(question => question.Key);
        return new ContentFormOptions(ForVisitors: true, Draft: isDraft)
        {
            WithoutSummary = true,
            Asks = (item, field) => !all.TryGetValue($"{field.Part}.{field.Name}", out var question) || question.IsAsked(item),
            Frame = field => all.TryGetValue($"{field.Part}.{field.Name}", out var question) ? Frame(question) : null,
        };
    }

    /// <summary>Reads what was posted; required ones may be missing from a draft, and its answers too long.</summary>
    /// <returns>The answers as JSON.</returns>
    public async Task<string> ReadAsync(ContentItem item, IFormCollection posted, ModelStateDictionary errors, bool isDraft, CancellationToken ct)
    {
        await form.ReadAsync(item, posted, errors, Form(item.ContentType, isDraft), ct);
        foreach (var question in isDraft ? [] : Of(item.ContentType).Where(question => question.IsAsked(item) && IsTooLong(question, item)))
        {
            errors.AddModelError(question.Input, words["« {0} » : {1} caractères au plus, votre réponse en a {2}.", words[question.Field.DisplayName].Value, question.Settings.MostCharacters!, question.Given(item).Length]);
        }

        return item.WriteContentItem().ToJsonString();
    }

    public async Task<IReadOnlyList<FieldValue>> ShowAsync(string? answers, CancellationToken ct) =>
        answers is not null && JsonNode.Parse(answers) is JsonObject json ? await form.ValuesAsync(json.ReadContentItem(), ct) : [];

    /// <summary>Only what everybody may read: public when it was sent, and public still.</summary>
    public async Task<IReadOnlyList<FieldValue>> ShowPublicAsync(Edition edition, EntryText text, CancellationToken ct)
    {
        var open = PublicOf(edition).Intersect(text.Public).ToHashSet();
        return [.. (await ShowAsync(text.Answers, ct)).Where(value => open.Contains($"{value.Field.Part}.{value.Field.Name}"))];
    }

    /// <summary>What an entry says when it is sent: without the answers to questions that its other answers do not call for.</summary>
    public EntryText TextOf(Edition edition, Entry entry, string? actorName)
    {
        if (entry.Answers is null || For(edition, entry.Answers) is not { } item)
        {
            return new EntryText(entry.Title, entry.ActorId, actorName, entry.Answers);
        }

        return new EntryText(entry.Title, entry.ActorId, actorName, Asked(edition, item).WriteContentItem().ToJsonString()) { Public = PublicOf(edition) };
    }

    /// <summary>What is missing or too long.</summary>
    public async Task<IReadOnlyList<AnswerFault>> FaultsAsync(Edition edition, string? answers, CancellationToken ct)
    {
        if (For(edition, answers) is not { } item)
        {
            return [];
        }

        var given = (await form.ValuesAsync(item, ct)).Where(value => !value.IsEmpty).Select(value => (value.Field.Part, value.Field.Name)).ToHashSet();
        return [.. from question in Of(edition)
                   where question.IsAsked(item)
                   let isTooLong = IsTooLong(question, item)
                   where isTooLong || (question.Field.Required && !given.Contains((question.Field.Part, question.Field.Name)))
                   select new AnswerFault(question.Field, isTooLong ? question.Settings.MostCharacters : null)];
    }

    /// <summary>« À remplir si “Statut” : Association ou Coopérative. »</summary>
    public string? Condition(Question question) => question.Gate is null ? null
        : words["Seulement si « {0} » : {1}.", words[question.Gate.Field.DisplayName].Value, string.Join(words[" ou "].Value, question.Opening.Select(choice => words[choice.Name].Value))].Value;

    public string Tag(Question question) => question.Settings.Public ? words["Public"] : words["Confidentiel"];

    /// <summary>As a reader is to see the working copy: what is not asked is not there.</summary>
    public string? Asked(Edition edition, string? answers) => For(edition, answers) is { } item && answers is not null ? Asked(edition, item).WriteContentItem().ToJsonString() : answers;

    private ContentItem Asked(Edition edition, ContentItem item)
    {
        var hidden = Of(edition).Where(question => !question.IsAsked(item)).ToList();
        foreach (var question in hidden)
        {
            (item.Content[question.Field.Part] as JsonObject)?.Remove(question.Field.Name);
        }

        return item;
    }

    private string[] PublicOf(Edition edition) => [.. Of(edition).Where(question => question.Settings.Public).Select(question => question.Key).Order(StringComparer.Ordinal)];

    private IReadOnlyList<Question> Of(string? type) => type is not null && definitions.FindType(type) is { } known ? Question.All(known) : [];

    private static bool IsTooLong(Question question, ContentItem item) => question.Settings.MostCharacters is > 0 and var most && question.Given(item).Length > most;

    private FieldFrame Frame(Question question) => new()
    {
        Tag = Tag(question), Condition = Condition(question), ShownIf = question.Gate?.Input, Answers = [.. question.Opening.Select(choice => choice.Value)], MostCharacters = question.Settings.MostCharacters is > 0 and var most ? most : null,
    };
}
