using System.Net;
using System.Text.Json.Nodes;
using EssConsult.Kernel.Data;
using EssConsult.Mail.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Forms.Tests;

public sealed class CircuitTests(FormSites sites) : IClassFixture<FormSites>
{
    /// <summary>Orchard's contact form (§9.4 of the formats, second reference), from end to end.</summary>
    [Theory, OnBothDatabases]
    public async Task The_contact_form_of_the_reference_checks_mails_thanks_and_leads_on(Database database)
    {
        var site = await sites.OnAsync(database);
        var circuit = Contact("4contact");
        var id = await site.PublishAsync(await LinkedAsync(site, circuit, "4contact", "start"));

        var refused = await site.AnswerAsync(id, null, ("Name", "Léa"), ("Email", "lea@example.org"), ("Message", ""));
        refused.Texts(".error-summary li").ShouldBe(["Votre message ?"]);
        refused.Document.QuerySelector("input[name=Name]")!.GetAttribute("value").ShouldBe("Léa");
        refused.Document.QuerySelector("textarea[name=Message]")!.GetAttribute("aria-invalid").ShouldBe("true");
        (await site.KeptAsync(id)).ShouldBeEmpty();
        (await MailsAsync(site, "4contact@example.org")).ShouldBe(0);

        var done = await refused.FormOf().With("Message", "Bonjour").SubmitAsync();
        (done.Url.AbsolutePath, done.Text(".notice-success")).ShouldBe(("/contact", "Merci Léa"));
        (await MailsAsync(site, "4contact@example.org")).ShouldBe(1);
        var kept = (await site.KeptAsync(id)).ShouldHaveSingleItem();
        (await StatusAsync(site, kept.WorkflowId!)).ShouldBe("Finished");
        (await RunsAsync(site, "4contact")).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task The_contact_form_that_the_site_brings_runs_once_its_circuit_is_on(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var file = Path.Combine(Repository.Root, "recipes", "form-contact.recipe.json");
        (await site.CommandAsync("recipe run", file)).ExitCode.ShouldBe(0);
        await site.CatchUpAsync();
        const string id = "4contactform0000000000000";
        (string, string)[] answers = [("Name", "Léa"), ("Email", "lea@example.org"), ("Subject", "site"), ("Message", "Bonjour")];

        (await site.AnswerAsync(id, null, answers)).Text(".notice-success").ShouldBe("Merci, votre réponse est enregistrée.");
        var circuit = (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!["steps"]![0]!["data"]![0]!.DeepClone();
        circuit["IsEnabled"] = true;
        await site.PlayAsync(Step(circuit));
        (await site.AnswerAsync(id, null, ("Name", "Léa"), ("Email", "lea@example.org"), ("Subject", "site"))).Texts(".error-summary li").ShouldBe(["Remplissez « Votre message »."]);
        (await MailsAsync(site, "contact@example.org")).ShouldBe(0);
        var done = await site.AnswerAsync(id, null, answers);

        (done.Url.AbsolutePath, done.Text(".notice-success")).ShouldBe(("/", "Merci Léa, votre message est parti. Nous vous répondrons à l’adresse que vous avez donnée."));
        (await MailsAsync(site, "contact@example.org")).ShouldBe(1);
        (await site.KeptAsync(id)).Select(kept => kept.AnswerTo("Subject")).ShouldBe(["Une remarque sur le site", "Une remarque sur le site"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_double_click_runs_the_circuit_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.PublishAsync(await LinkedAsync(site, Contact("4once"), "4once", "start"));
        var form = (await site.OpenAsync(id)).FormOf().With("Name", "Léa").With("Email", "lea@example.org").With("Message", "Bonjour");

        await form.SubmitAsync();
        await form.SubmitAsync();

        (await RunsAsync(site, "4once")).ShouldBe(1);
        (await site.KeptAsync(id)).Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_form_finds_its_circuit_by_its_ids_after_an_export_and_an_import_elsewhere(Database database)
    {
        await using var here = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var form = Forms.Contact();
        form["FormPart"]!["WorkflowTypeId"] = "4kept";
        form["FormPart"]!["EncType"] = "multipart/form-data";
        form["FormPart"]!["Unknown"] = new JsonObject { ["of"] = "Orchard" };
        form["FlowPart"]!["Widgets"]![0]!["OtherPart"] = new JsonObject { ["x"] = 1 };
        form["EssFormPart"] = new JsonObject { ["WorkflowTypeId"] = "4moved", ["ActivityId"] = "start" };
        await here.PlayAsync(Step(Contact("4moved")));
        var id = await here.PublishAsync(form);
        var first = await ExportAsync(here);

        await using var there = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        await there.PlayAsync([.. first["steps"]!.AsArray().OfType<JsonObject>().Where(step => step["name"]!.ToString() is "Content" or "WorkflowType").Select(step => (JsonObject)step.DeepClone())]);
        var done = await there.AnswerAsync(id, null, ("Name", "Léa"), ("Email", "lea@example.org"), ("Message", "Bonjour"));

        done.Url.AbsolutePath.ShouldBe("/contact");
        (await RunsAsync(there, "4moved")).ShouldBe(1);
        ItemOf(await ExportAsync(there), id).ToJsonString().ShouldBe(ItemOf(first, id).ToJsonString());
        var exported = ItemOf(first, id);
        exported["FormPart"]!["Action"]!.ToString().ShouldBe("[js: getUrlPrefix('/workflows/invoke?token=' + createWorkflowToken('4moved', 'start', 36500))]");
        exported["FormPart"]!.AsObject().Remove("Action");
        JsonNode.DeepEquals(exported["FormPart"], form["FormPart"]).ShouldBeTrue(exported.ToJsonString());
        JsonNode.DeepEquals(exported["FlowPart"], form["FlowPart"]).ShouldBeTrue(exported.ToJsonString());
    }

    [Theory, OnBothDatabases]
    public async Task A_signed_address_of_this_site_becomes_the_ids_that_survive_it(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync(Step(Contact("4signed")));
        var (form, foreign) = (Forms.Contact(), Forms.Contact());
        form["FormPart"]!["Action"] = await InvokeAsync(site, "4signed", "start");
        foreign["FormPart"]!["Action"] = "/workflows/invoke?token=CfDJ8of-another-site";
        var (id, other) = (await site.PublishAsync(form), await site.PublishAsync(foreign));

        var export = await ExportAsync(site);
        var done = await site.AnswerAsync(id, null, ("Name", "Léa"), ("Email", "lea@example.org"), ("Message", "Bonjour"));
        var kept = await site.AnswerAsync(other, null, ("Name", "Léa"), ("Email", "lea@example.org"));

        (ItemOf(export, id)["EssFormPart"]!["WorkflowTypeId"]!.ToString(), ItemOf(export, id)["EssFormPart"]!["ActivityId"]!.ToString(), ItemOf(export, id)["FormPart"]!["Action"]!.ToString()).ShouldBe(("4signed", "start", "[js: getUrlPrefix('/workflows/invoke?token=' + createWorkflowToken('4signed', 'start', 36500))]"));
        ItemOf(export, other)["FormPart"]!["Action"]!.ToString().ShouldBe("/workflows/invoke?token=CfDJ8of-another-site");
        done.Url.AbsolutePath.ShouldBe("/contact");
        kept.Text(".notice-success").ShouldBe("Merci, votre réponse est enregistrée.");
        (await site.KeptAsync(other)).Count.ShouldBe(1);
    }

    /// <summary>As Orchard's recipes link a form: the token is signed while the recipe is played, here before the circuit is known.</summary>
    [Theory, OnBothDatabases]
    public async Task A_recipe_signs_the_link_of_its_form_and_the_form_keeps_the_ids(Database database)
    {
        var site = await sites.OnAsync(database);
        var form = Forms.Contact();
        form["FormPart"]!["Action"] = "[js: '/workflows/Invoke?token=' + createWorkflowToken('4recipe', 'start', 0)]";
        var id = form["ContentItemId"]!.ToString();
        await site.PlayAsync(new JsonObject { ["name"] = "content", ["data"] = new JsonArray(form) }, Step(Contact("4recipe")));

        var done = await site.AnswerAsync(id, null, ("Name", "Léa"), ("Email", "lea@example.org"), ("Message", "Bonjour"));

        done.Url.AbsolutePath.ShouldBe("/contact");
        ItemOf(await ExportAsync(site), id)["FormPart"]!["Action"]!.ToString().ShouldBe("[js: getUrlPrefix('/workflows/invoke?token=' + createWorkflowToken('4recipe', 'start', 36500))]");
        (await RunsAsync(site, "4recipe")).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_circuit_that_is_off_or_breaks_down_loses_nobodys_answers(Database database)
    {
        var site = await sites.OnAsync(database);
        var off = Contact("4off");
        off["IsEnabled"] = false;
        var broken = new JsonObject
        {
            ["WorkflowTypeId"] = "4broken", ["Name"] = "Panne", ["IsEnabled"] = true,
            ["Activities"] = new JsonArray(Activity("start", "HttpRequestEvent", """{"HttpMethod":"POST"}"""), Activity("script", "ScriptTask", """{"Script":{"Expression":"nowhere()"}}""")), ["Transitions"] = new JsonArray(Edge("start", "Done", "script")),
        };
        var (first, second) = (await site.PublishAsync(await LinkedAsync(site, off, "4off", "start")), await site.PublishAsync(await LinkedAsync(site, broken, "4broken", null)));

        foreach (var id in new[] { first, second })
        {
            (await site.AnswerAsync(id, null, ("Name", "Léa"), ("Email", "lea@example.org"), ("Message", "Bonjour"))).Text(".notice-success").ShouldBe("Merci, votre réponse est enregistrée.");
            (await site.KeptAsync(id)).Count.ShouldBe(1);
        }

        (await site.KeptAsync(first)).Single().WorkflowId.ShouldBeNull();
        (await StatusAsync(site, (await site.KeptAsync(second)).Single().WorkflowId!)).ShouldBe("Faulted");
    }

    private static async Task<JsonObject> LinkedAsync(Site site, JsonObject circuit, string typeId, string? activityId)
    {
        await site.PlayAsync(Step(circuit));
        var form = Forms.Contact();
        form["EssFormPart"] = new JsonObject { ["WorkflowTypeId"] = typeId, ["ActivityId"] = activityId };
        return form;
    }

    private static JsonObject Step(JsonObject circuit) => new() { ["name"] = "WorkflowType", ["data"] = new JsonArray(circuit) };

    private static JsonObject Activity(string id, string name, string properties = "{}") => new() { ["ActivityId"] = id, ["Name"] = name, ["IsStart"] = id == "start", ["Properties"] = JsonNode.Parse(properties) };

    private static JsonObject Edge(string from, string outcome, string to) => new() { ["SourceActivityId"] = from, ["SourceOutcomeName"] = outcome, ["DestinationActivityId"] = to };

    /// <summary>HttpRequestEvent, fork over three fields and the check against robots, join, verdict, mail, notice, redirection.</summary>
    private static JsonObject Contact(string id)
    {
        string[] fields = ["Name", "Email", "Message"];
        return new JsonObject
        {
            ["WorkflowTypeId"] = id, ["Name"] = "Contact", ["IsEnabled"] = true,
            ["Activities"] = new JsonArray([
                Activity("start", "HttpRequestEvent", """{"HttpMethod":"POST","FormLocationKey":"contact"}"""), Activity("bind", "BindModelStateTask"), Activity("fork", "ForkTask", """{"Forks":["Name","Email","Message","Captcha"]}"""),
                Activity("Name", "ValidateFormFieldTask", """{"FieldName":"Name","ErrorMessage":"Votre nom ?"}"""), Activity("Email", "ValidateFormFieldTask", """{"FieldName":"Email","ErrorMessage":"Votre adresse ?"}"""),
                Activity("Message", "ValidateFormFieldTask", """{"FieldName":"Message","ErrorMessage":"Votre message ?"}"""), Activity("Captcha", "ValidateReCaptchaTask"), Activity("join", "JoinTask", """{"Mode":0}"""), Activity("valid", "ValidateFormTask"),
                Activity("mail", "EmailTask", """{"Recipients":{"Expression":"ID@example.org"},"Subject":{"Expression":"De {{ Request.Form.Name }}"},"TextBody":{"Expression":"{{ Request.Form.Message }}"}}""".Replace("ID@", id + "@", StringComparison.Ordinal)),
                Activity("say", "NotifyTask", """{"NotificationType":"Success","Message":{"Expression":"Merci {{ Request.Form.Name }}"}}"""), Activity("go", "HttpRedirectTask", """{"Location":{"Expression":"/contact"}}"""), Activity("back", "HttpRedirectToFormLocationTask", """{"FormLocationKey":"contact"}""")]),
            ["Transitions"] = new JsonArray([
                Edge("start", "Done", "bind"), Edge("bind", "Done", "fork"), .. fields.Append("Captcha").SelectMany(field => new[] { Edge("fork", field, field), Edge(field, "Done", "join") }),
                Edge("join", "Joined", "valid"), Edge("valid", "Valid", "mail"), Edge("valid", "Invalid", "back"), Edge("mail", "Done", "say"), Edge("say", "Done", "go")]),
        };
    }

    private static JsonObject ItemOf(JsonObject export, string id) => export["steps"]!.AsArray().OfType<JsonObject>().Single(step => step["name"]!.ToString() == "Content")["data"]!.AsArray().OfType<JsonObject>().Single(item => item["ContentItemId"]!.ToString() == id);

    private static async Task<JsonObject> ExportAsync(Site site)
    {
        var file = Path.Combine(site.Folder, $"{Guid.NewGuid():N}.zip");
        var (code, output) = await site.CommandAsync("recipe export", file);
        code.ShouldBe(0, output);
        using var zip = System.IO.Compression.ZipFile.OpenRead(file);
        await using var recipe = zip.Entries.Single(entry => entry.Name.Equals("Recipe.json", StringComparison.OrdinalIgnoreCase)).Open();
        return (await JsonNode.ParseAsync(recipe))!.AsObject();
    }

    private static Task<int> MailsAsync(Site site, string recipient) => site.InDatabaseAsync(db => db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM mail_message WHERE recipient = {0}", recipient).FirstAsync());

    private static Task<int> RunsAsync(Site site, string type) => site.InDatabaseAsync(db => db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM workflow_instance WHERE type_id = {0}", type).FirstAsync());

    private static Task<string> StatusAsync(Site site, string run) => site.InDatabaseAsync(db => db.Database.SqlQueryRaw<string>("SELECT status AS \"Value\" FROM workflow_instance WHERE id = {0}", run).FirstAsync());

    /// <summary>The address that a script of a circuit gives out, as Orchard's recipes put it into a form.</summary>
    private static async Task<string> InvokeAsync(Site site, string typeId, string activityId)
    {
        await site.PlayAsync(Step(new JsonObject
        {
            ["WorkflowTypeId"] = "4links", ["Name"] = "Adresses", ["IsEnabled"] = true,
            ["Activities"] = new JsonArray(Activity("start", "HttpRequestEvent", """{"HttpMethod":"POST"}"""), Activity("say", "ScriptTask", $$$"""{"AvailableOutcomes":["Done"],"Script":{"Expression":"responseWrite(createWorkflowToken('{{{typeId}}}', '{{{activityId}}}', 0)); setOutcome('Done')"}}""")),
            ["Transitions"] = new JsonArray(Edge("start", "Done", "say")),
        }));
        var asking = Forms.Form("Adresse", Forms.Input("Q", "text", "Q"));
        asking["EssFormPart"] = new JsonObject { ["WorkflowTypeId"] = "4links" };
        return (await site.AnswerAsync(await site.PublishAsync(asking))).Html;
    }
}
