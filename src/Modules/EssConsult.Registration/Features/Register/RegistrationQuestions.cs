using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EssConsult.Registration.Features.Register;

/// <summary>The questions of an event: the fields of a content type, answered in an item that is kept with the registration and nowhere else.</summary>
internal sealed class RegistrationQuestions(IContentDefinitions definitions, IContentStore content, IContentForm form)
{
    internal static readonly ContentFormOptions Options = new(ForVisitors: true) { WithoutSummary = true };

    public ContentItem? For(EventRow row) => row.QuestionsType is { } type && definitions.FindType(type) is not null ? content.New(type, null, null) : null;

    /// <returns>The answers as JSON; what is wrong is in <paramref name="errors"/>.</returns>
    public async Task<string?> ReadAsync(ContentItem item, IFormCollection posted, ModelStateDictionary errors, CancellationToken ct)
    {
        await form.ReadAsync(item, posted, errors, Options, ct);
        return item.WriteContentItem().ToJsonString();
    }

    /// <summary>Each question with its answer, for pages and exports.</summary>
    public async Task<IReadOnlyList<FieldValue>> ShowAsync(string? answers, CancellationToken ct) => Parse(answers) is { } item ? await form.ValuesAsync(item, ct) : [];

    public static ContentItem? Parse(string? answers) =>
        answers is not null && System.Text.Json.Nodes.JsonNode.Parse(answers) is System.Text.Json.Nodes.JsonObject json ? json.ReadContentItem() : null;
}
