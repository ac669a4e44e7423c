using System.Text.Json.Nodes;
using EssConsult.Content.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace EssConsult.Content.Parts;

/// <summary>One part of a posted form, and the item that takes it.</summary>
internal sealed class PartPost(ContentItem item, TypePartDefinition part, IFormCollection form, ModelStateDictionary errors, ContentFormOptions options, IStringLocalizer words)
{
    public ContentItem Item => item;

    public TypePartDefinition Part => part;

    public ContentFormOptions Options => options;

    /// <summary>The part's JSON, created when it is missing; unknown members stay.</summary>
    public JsonObject Object
    {
        get
        {
            if (item.Content[part.Name] is not JsonObject found)
            {
                item.Content[part.Name] = found = [];
            }

            return found;
        }
    }

    public string Name(string member) => $"{part.Name}.{member}";

    public bool Has(string member) => form.ContainsKey(Name(member));

    /// <summary>The posted text, without spaces at the ends; empty when nothing was written.</summary>
    public string Text(string member)
    {
        var text = form[Name(member)] is { Count: > 0 } posted ? posted[^1] : null;
        errors.Remember(Name(member), text);
        return TypedText.Clean(text);
    }

    public bool Checked(string member) => form[Name(member)].Contains("true");

    public void Fail(string member, string sentence, params object[] values) => errors.AddModelError(Name(member), words[sentence, values]);
}
