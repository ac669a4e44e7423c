using System.Text.Json.Nodes;
using EssConsult.Prize.Editions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace EssConsult.Prize.Entries;

/// <summary>What keeps an entry from being sent: an answer that is missing, or longer than <see cref="Most"/> characters.</summary>
internal sealed record AnswerFault(FieldDefinition Field, int? Most);

/// <summary>The questions of an entry: the fields of a content type that administrators change without code.</summary>
internal sealed class EntryQuestions(IContentDefinitions definitions, IContentStore content, IContentForm form, IUploads uploads, IStringLocalizer words)
{
    public IReadOnlyList<Question> Of(Edition edition) => Of(edition.QuestionsType);

    /// <summary>To fill in, with what was answered so far; null where nothing is asked.</summary>
    public ContentItem? For(Edition edition, string? answers) =>
        edition.QuestionsType is not { } type || definitions.FindType(type) is null ? null
        : answers is not null && JsonNode.Parse(answers) is JsonObject json && json.ReadContentItem() is { } kept && kept.ContentType == type ? kept
        : content.New(type, null, null);

    /// <summary>How the form shows the questions and reads their answers.</summary>
    /// <param name="answers">So far.</param>
    /// <param name="isDraft">Required ones may be missing.</param>
    /// <param name="isLater">Only what is asked after eligibility; otherwise only what is asked before.</param>
    public ContentFormOptions Form(ContentItem answers, bool isDraft, bool isLater = false)
    {
        var all = Of(answers.ContentType).ToDictionary(question => question.Key);
        return new ContentFormOptions(ForVisitors: true, Draft: isDraft)
        {
            WithoutSummary = true,
            Asks = (item, field) => !all.TryGetValue($"{field.Part}.{field.Name}", out var question) || question.IsAsked(item),
            Frame = field => all.TryGetValue($"{field.Part}.{field.Name}", out var question) ? Frame(question, answers, isLater) : null,
        };
    }

    /// <summary>Reads what was posted; required ones may be missing from a draft, and its answers too long.</summary>
    /// <returns>The answers as JSON.</returns>
    public async Task<string> ReadAsync(ContentItem item, IFormCollection posted, ModelStateDictionary errors, bool isDraft, CancellationToken ct, bool isLater = false)
    {
        await form.ReadAsync(item, posted, errors, Form(item, isDraft, isLater), ct);
        foreach (var question in isDraft ? [] : Of(item.ContentType).Where(question => question.Settings.AfterEligibility == isLater && question.IsAsked(item) && IsTooLong(question, item)))
        {
            errors.AddModelError(question.Input, words["« {0} » : {1} caractères au plus, votre réponse en a {2}.", words[question.Field.DisplayName].Value, question.Settings.MostCharacters!, question.Given(item).Length]);
        }

        foreach (var question in isDraft ? [] : Of(item.ContentType).Where(question => question.IsFile && question.Settings.AfterEligibility == isLater && question.IsAsked(item) && question.Field.Required && FileAnswer.Of(item, question.Field).Count == 0))
        {
            errors.AddModelError($"{question.Key}.File", words["Ajoutez un fichier à « {0} ».", words[question.Field.DisplayName].Value]);
        }

        return item.WriteContentItem().ToJsonString();
    }

    /// <param name="answers">As JSON.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <param name="address">Of a file; where applicants, jury and team read it unless it is said otherwise.</param>
    public async Task<IReadOnlyList<FieldValue>> ShowAsync(string? answers, CancellationToken ct, Func<Guid, string>? address = null)
    {
        if (answers is null || JsonNode.Parse(answers) is not JsonObject json)
        {
            return [];
        }

        var item = json.ReadContentItem();
        return [.. (await form.ValuesAsync(item, ct)).Select(value => FileAnswer.Of(item, value.Field) is { Count: > 0 } files ? Shown(value.Field, files, address ?? (id => $"/dossiers/fichiers/{id}")) : value)];
    }

    /// <summary>Only what everybody may read: public when it was sent, and public still.</summary>
    public async Task<IReadOnlyList<FieldValue>> ShowPublicAsync(Edition edition, int number, EntryText text, CancellationToken ct)
    {
        var open = PublicOf(edition).Intersect(text.Public).ToHashSet();
        return [.. (await ShowAsync(text.Answers, ct, id => $"/prix/{edition.ContentItemId}/galerie/{number}/fichiers/{id}")).Where(value => open.Contains($"{value.Field.Part}.{value.Field.Name}"))];
    }

    /// <summary>The files among them.</summary>
    public IReadOnlySet<Guid> PublicFiles(Edition edition, EntryText text)
    {
        if (For(edition, text.Answers) is not { } item)
        {
            return new HashSet<Guid>();
        }

        var open = PublicOf(edition).Intersect(text.Public).ToHashSet();
        return Of(edition).Where(question => question.IsFile && open.Contains(question.Key)).SelectMany(question => FileAnswer.Of(item, question.Field)).Select(file => file.Id).ToHashSet();
    }

    /// <summary>Whether documents are asked from this entry now that it is eligible.</summary>
    public bool AreLaterOpen(Edition edition, Entry entry) => entry.State == EntryState.Eligible && edition is { Stage: EditionStage.Call, Published: true } && Of(edition).Any(question => question.Settings.AfterEligibility);

    /// <summary>What an entry says when it is sent: without the answers to questions that its other answers do not call for.</summary>
    public EntryText TextOf(Edition edition, Entry entry, string? actorName) => new(entry.Title, entry.ActorId, actorName, Asked(edition, entry.Answers)) { Public = entry.Answers is null ? [] : PublicOf(edition), Category = entry.Category };

    /// <summary>What was sent, with the answers that were asked later.</summary>
    public EntryText CompletedOf(Edition edition, EntryText sent, string answers) => sent with
    {
        Answers = Asked(edition, answers), Public = [.. sent.Public.Union(Of(edition).Where(question => question.Settings is { AfterEligibility: true, Public: true }).Select(question => question.Key)).Order(StringComparer.Ordinal)],
    };

    /// <summary>What is missing or too long.</summary>
    public async Task<IReadOnlyList<AnswerFault>> FaultsAsync(Edition edition, string? answers, CancellationToken ct, bool isLater = false)
    {
        if (For(edition, answers) is not { } item)
        {
            return [];
        }

        var given = (await ShowAsync(item.WriteContentItem().ToJsonString(), ct)).Where(value => !value.IsEmpty).Select(value => (value.Field.Part, value.Field.Name)).ToHashSet();
        return [.. from question in Of(edition)
                   where question.Settings.AfterEligibility == isLater && question.IsAsked(item)
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

    private static FieldValue Shown(FieldDefinition field, IReadOnlyList<FileAnswer> files, Func<Guid, string> address)
    {
        var links = files.Select(file => $"<li><a href=\"{address(file.Id)}\">{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(file.Name)}</a> <small>{file.Weight}</small></li>");
        return new FieldValue(field, string.Join(", ", files.Select(file => file.Name)), $"<ul class=\"attachments\">{string.Concat(links)}</ul>", null);
    }

    private FieldFrame Frame(Question question, ContentItem answers, bool isLater) => new()
    {
        LeftOut = question.Settings.AfterEligibility != isLater,
        Partial = question.IsFile ? "/Features/EssConsult.Prize/Entries/_Files.cshtml" : null,
        PartialModel = question.IsFile && FileLimits.Of(question) is var limits ? new FileQuestion(question, limits, limits.Extensions.Count == 0 ? uploads.Accept : string.Join(',', limits.Extensions), FileAnswer.Of(answers, question.Field)) : null,
        Tag = Tag(question), Condition = Condition(question), ShownIf = question.Gate?.Input, Answers = [.. question.Opening.Select(choice => choice.Value)], MostCharacters = question.Settings.MostCharacters is > 0 and var most ? most : null,
    };
}
