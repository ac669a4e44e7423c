using System.Text.Json.Nodes;
using EssConsult.Content.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace EssConsult.Content.Fields;

/// <summary>One field of a posted form, and the JSON that takes its value. Members that the form does not know stay in the JSON.</summary>
internal sealed class FieldPost(ContentItem item, FieldDefinition definition, IFormCollection form, ModelStateDictionary errors, ContentFormOptions options, IStringLocalizer words)
{
    public ContentItem Item => item;

    public FieldDefinition Field { get; } = definition;

    public ContentFormOptions Options => options;

    public string Label => words[Field.DisplayName];

    public bool MustBeFilled => Field.Required && !options.Draft;

    /// <summary>Whether the form asked for the field at all: what it did not ask for stays as it was.</summary>
    public bool WasAsked { get; } = form.Keys.Any(key => key.StartsWith($"{definition.Part}.{definition.Name}.", StringComparison.Ordinal))
        || form.Files.Any(file => file.Name.StartsWith($"{definition.Part}.{definition.Name}.", StringComparison.Ordinal));

    /// <summary>The field's JSON in the item; for a field that was not asked, what is there, never created by looking.</summary>
    public JsonObject Value => WasAsked ? item.Field(Field.Part, Field.Name) : (item.Content[Field.Part] as JsonObject)?[Field.Name] as JsonObject ?? [];

    public string Name(string member) => $"{Field.Part}.{Field.Name}.{member}";

    /// <summary>The last posted value, without spaces at the ends; null when there is none. It is kept to be shown again.</summary>
    public string? Text(string member)
    {
        var posted = form[Name(member)];
        if (posted.Count == 0)
        {
            return null;
        }

        var text = posted[^1];
        errors.Remember(Name(member), text);
        return TypedText.Clean(text) is { Length: > 0 } clean ? clean : null;
    }

    public IReadOnlyList<string> Texts(string member) => [.. form[Name(member)].Select(TypedText.Clean).Where(text => text.Length > 0).Distinct()];

    /// <summary>Every posted value in place, empty ones included, for inputs that come in rows.</summary>
    public IReadOnlyList<string> Rows(string member) => [.. form[Name(member)].Select(TypedText.Clean)];

    public IReadOnlyList<IFormFile> Files(string member) => [.. form.Files.GetFiles(Name(member)).Where(file => file.Length > 0)];

    public void Fail(string member, string sentence, params object[] values) => errors.AddModelError(Name(member), words[sentence, [Label, .. values]]);

    public void FailWith(string member, RuleException broken) => errors.AddModelError(Name(member), words[broken.Message, broken.Values]);
}
