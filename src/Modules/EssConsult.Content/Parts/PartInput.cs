using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EssConsult.Content.Parts;

/// <summary>What a part's editor shows.</summary>
internal sealed class PartInput(ContentItem item, TypePartDefinition part, ModelStateDictionary state, ContentFormOptions options)
{
    public ContentItem Item => item;

    public TypePartDefinition Part => part;

    public ContentFormOptions Options => options;

    public JsonObject Value => item.Content[part.Name] as JsonObject ?? [];

    public string? Hint => part.Settings["ContentTypePartSettings"]?["Description"]?.ToString() is { Length: > 0 } hint ? hint : null;

    public string Name(string member) => $"{part.Name}.{member}";

    public string Id(string member) => Name(member).Replace('.', '_');

    public string? Shown(string member) => state.TryGetValue(Name(member), out var entry) && entry.AttemptedValue is not null ? entry.AttemptedValue : Value[member]?.ToString();

    public IEnumerable<string> Errors(string member) => state.TryGetValue(Name(member), out var entry) ? entry.Errors.Select(error => error.ErrorMessage) : [];

    public PartErrors Notes(string member) => new(Id(member), Errors(member));

    public string? Invalid(string member) => Errors(member).Any() ? "true" : null;

    public string? DescribedBy(string member, bool hint) =>
        string.Join(' ', new[] { hint ? Id(member) + "-hint" : null, Errors(member).Any() ? Id(member) + "-error" : null }.OfType<string>()) is { Length: > 0 } ids ? ids : null;
}

/// <summary>The sentences below one input of a part.</summary>
internal sealed record PartErrors(string Id, IEnumerable<string> Errors);
