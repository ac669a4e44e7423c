using System.Text.Json.Nodes;

namespace EssConsult.Forms.Definitions;

/// <summary>
/// A form that goes to Orchard asks it to sign the address of its circuit anew (§9.5 of the formats): a signed address is worth something
/// on its own site alone, and the ids that we keep mean nothing there. Imported here, the expression becomes the ids again.
/// </summary>
internal sealed class TokenInExports : IExportedItem
{
    /// <summary>Orchard counts a token's life in days and has no « for ever »: a hundred years.</summary>
    private const int Days = 36_500;

    public void Amend(JsonObject item) => Visit(item);

    private static void Visit(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject holder:
                if (holder["FormPart"] is JsonObject form && holder["EssFormPart"] is JsonObject own && string.IsNullOrEmpty(form["Action"]?.ToString())
                    && Id(own["WorkflowTypeId"]) is { } type && Id(own["ActivityId"]) is { } activity)
                {
                    form["Action"] = $"[js: getUrlPrefix('/workflows/invoke?token=' + createWorkflowToken('{type}', '{activity}', {Days}))]";
                }

                foreach (var (_, value) in holder)
                {
                    Visit(value);
                }

                break;
            case JsonArray list:
                foreach (var entry in list)
                {
                    Visit(entry);
                }

                break;
        }
    }

    /// <returns>Null for what could end the text that it stands in.</returns>
    private static string? Id(JsonNode? value) => value?.ToString() is { Length: > 0 and < 100 } id && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? id : null;
}
