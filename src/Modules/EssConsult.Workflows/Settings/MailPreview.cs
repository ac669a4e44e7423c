using System.Text.Json.Nodes;
using EssConsult.Kernel.Themes;
using EssConsult.Workflows.Activities;
using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using EssConsult.Workflows.Messages;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Simulation;

namespace EssConsult.Workflows.Settings;

/// <summary>The messages of a circuit as they would read, about an invented text by an invented person; nothing is sent.</summary>
internal sealed class MailPreview(ActivityKinds kinds, ActivityCatalog catalog, CircuitMail mail, Liquid liquid, RunSubjects subjects, TimeProvider clock)
{
    /// <summary>Each message with the title of its box; a message that cannot be written says why in place of its words.</summary>
    public async Task<IReadOnlyList<(string Title, WrittenMail? Mail, string? Error)>> ReadAsync(WorkflowType type, CancellationToken ct)
    {
        var read = new List<(string, WrittenMail?, string?)>();
        foreach (var activity in type.Activities.Where(activity => kinds.Describe(activity.Name)?.Settings.Any(setting => setting.Name == "Subject") == true || catalog.Find(activity.Name) is IWritesMail))
        {
            var run = new WorkflowRun(type, "preview", new JsonObject { ["Input"] = InventedEvent.Input("ContentItem", "Author", "User") });
            using var expressions = new Expressions(run, liquid, subjects, [], clock, ct);
            var title = kinds.TitleOf(activity);
            try
            {
                read.AddRange((await ReadAsync(new ActivityCall(run, activity, expressions))).Select(written => (title, (WrittenMail?)written, (string?)null)));
            }
            catch (RuleException broken)
            {
                read.Add((title, null, string.Format(System.Globalization.CultureInfo.CurrentCulture, broken.Message, broken.Values)));
            }
        }

        return read;
    }

    private async Task<IReadOnlyList<WrittenMail>> ReadAsync(ActivityCall call) => catalog.Find(call.Activity.Name) is IWritesMail writer
        ? [.. (await writer.PreviewAsync(call)).Select(written => new WrittenMail(written.Subject, written.Words))]
        : [await mail.ReadAsync(call)];
}
