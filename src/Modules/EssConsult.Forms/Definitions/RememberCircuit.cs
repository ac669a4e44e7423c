using System.Text.Json.Nodes;
using EssConsult.Workflows.Contracts;

namespace EssConsult.Forms.Definitions;

/// <summary>
/// A form that was linked to a circuit by an address that this site signed is linked by the circuit's ids instead: another site cannot read
/// the address, and a signed one does not go into exports (§9.5 of the formats). An address that is not ours stays as it is.
/// </summary>
internal sealed class RememberCircuit(IFormEntrances circuits) : IContentHandler
{
    public Task ChangingAsync(ContentChange change, CancellationToken ct)
    {
        Visit(change.Item.Content);
        return Task.CompletedTask;
    }

    private void Visit(JsonNode? node)
    {
        if (node is JsonObject holder)
        {
            if (holder["FormPart"] is JsonObject form && circuits.Read(form["Action"]?.ToString()) is { } link)
            {
                Link(holder, link);
            }

            foreach (var (_, value) in holder.ToList())
            {
                Visit(value);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var entry in list)
            {
                Visit(entry);
            }
        }
    }

    private static void Link(JsonObject form, FormLink link)
    {
        form["FormPart"]!["Action"] = string.Empty;
        var own = form["EssFormPart"] as JsonObject;
        if (!string.IsNullOrEmpty(own?["WorkflowTypeId"]?.ToString()))
        {
            return;
        }

        form["EssFormPart"] = own ??= [];
        (own["WorkflowTypeId"], own["ActivityId"]) = (link.WorkflowTypeId, link.ActivityId);
    }
}
