using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Forms.Answers;
using EssConsult.Forms.Submissions;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Forms.Tests;

/// <summary>Forms on a running site: made of Orchard's elements, published, answered by the front door.</summary>
internal static class Forms
{
    public static readonly byte[] Pdf = "%PDF-1.4\n%test\n"u8.ToArray();
    private static int number;

    public static string NewId() => $"4form{Interlocked.Increment(ref number)}x{Guid.NewGuid():N}"[..26];

    public static JsonObject Input(string name, string type, string label, string rules = "{}") => new()
    {
        ["ContentItemId"] = NewId(), ["ContentType"] = "Input", ["FormInputElementPart"] = new JsonObject { ["Name"] = name },
        ["FormElementLabelPart"] = new JsonObject { ["Label"] = label, ["Option"] = "Standard" }, ["InputPart"] = new JsonObject { ["Type"] = type }, ["EssFieldPart"] = JsonNode.Parse(rules),
    };

    public static JsonObject TextArea(string name, string label, string rules = "{}") => new()
    {
        ["ContentItemId"] = NewId(), ["ContentType"] = "TextArea", ["FormInputElementPart"] = new JsonObject { ["Name"] = name },
        ["FormElementLabelPart"] = new JsonObject { ["Label"] = label, ["Option"] = "Standard" }, ["TextAreaPart"] = new JsonObject { ["Rows"] = 4 }, ["EssFieldPart"] = JsonNode.Parse(rules),
    };

    public static JsonObject Select(string name, string label, string editor, string rules, params string[] options) => new()
    {
        ["ContentItemId"] = NewId(), ["ContentType"] = "Select", ["FormInputElementPart"] = new JsonObject { ["Name"] = name },
        ["FormElementLabelPart"] = new JsonObject { ["Label"] = label, ["Option"] = "Standard" }, ["EssFieldPart"] = JsonNode.Parse(rules),
        ["SelectPart"] = new JsonObject { ["Editor"] = editor, ["Options"] = new JsonArray([.. options.Select(option => (JsonNode)new JsonObject { ["Text"] = option, ["Value"] = option.ToLowerInvariant() })]) },
    };

    public static JsonObject Form(string title, params JsonObject[] elements) => new()
    {
        ["ContentItemId"] = NewId(), ["ContentItemVersionId"] = NewId(), ["ContentType"] = "Form", ["DisplayText"] = title, ["Latest"] = true, ["Published"] = true,
        ["TitlePart"] = new JsonObject { ["Title"] = title }, ["FormPart"] = new JsonObject { ["Method"] = "POST" }, ["FlowPart"] = new JsonObject { ["Widgets"] = new JsonArray([.. elements]) },
    };

    public static JsonObject Contact() => Form("Nous écrire", Input("Name", "text", "Votre nom", """{"Required":true,"Autocomplete":"name"}"""),
        Input("Email", "email", "Votre adresse", """{"Required":true,"Hint":"Pour vous répondre."}"""), TextArea("Message", "Votre message", """{"MaxLength":200}"""));

    /// <summary>Plays a recipe by the command line.</summary>
    public static async Task PlayAsync(this Site site, params JsonObject[] steps)
    {
        var file = Path.Combine(site.Folder, $"{Guid.NewGuid():N}.recipe.json");
        await File.WriteAllTextAsync(file, new JsonObject { ["name"] = "forms", ["steps"] = new JsonArray([.. steps]) }.ToJsonString());
        var (code, output) = await site.CommandAsync("recipe run", file);
        code.ShouldBe(0, output);
        await site.CatchUpAsync();
    }

    public static async Task<string> PublishAsync(this Site site, JsonObject item)
    {
        await site.PlayAsync(new JsonObject { ["name"] = "content", ["data"] = new JsonArray(item.DeepClone()) });
        return item["ContentItemId"]!.ToString();
    }

    /// <summary>Opens a form that stands alone, and lets the time pass that a person needs to fill it in.</summary>
    public static async Task<Page> OpenAsync(this Site site, string formId, Visitor? visitor = null)
    {
        var page = await (visitor ?? site.Visitor()).GetAsync($"/formulaires/{formId}");
        site.Clock.Advance(TimeSpan.FromSeconds(5));
        return page;
    }

    public static Form FormOf(this Page page) => page.Form("form[action*='/formulaires/']");

    public static async Task<Page> AnswerAsync(this Site site, string formId, Visitor? visitor = null, params (string Name, string Value)[] answers)
    {
        var form = (await site.OpenAsync(formId, visitor)).FormOf();
        foreach (var (name, value) in answers)
        {
            form = form.With(name, value);
        }

        return await form.SubmitAsync();
    }

    public static Task<List<FormSubmission>> KeptAsync(this Site site, string formId) =>
        site.InDatabaseAsync(db => db.Set<FormSubmission>().AsNoTracking().Include(row => row.Files).Where(row => row.FormId == formId).OrderBy(row => row.AtUtc).ToListAsync());

    public static string? AnswerTo(this FormSubmission submission, string name) => Answer.Read(submission.Answers).Single(answer => answer.Name == name).Text;

    public static string PathOf(this Site site, SubmissionFile file) => site.Services.GetRequiredService<SubmissionFiles>().PathOf(file.Id);
}

/// <summary>A site whose visitors may read pages.</summary>
public sealed class FormSites() : Sites(new SiteOptions { Recipe = "ess-roadmap" });
