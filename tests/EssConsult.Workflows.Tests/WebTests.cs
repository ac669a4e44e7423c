using System.Net;
using System.Text.Json.Nodes;
using EssConsult.Workflows.Running;
using EssConsult.Workflows.Web;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Workflows.Tests;

public sealed class WebTests(Sites sites) : IClassFixture<Sites>
{
    private const string OfPages = """{"ContentTypeFilter":["Page"]}""";

    [Theory, OnBothDatabases]
    public async Task A_circuit_answers_the_request_that_starts_it(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4answers", ("HttpRequestEvent", """{"HttpMethod":"GET"}"""),
            ("HttpResponseTask", """{"HttpStatusCode":201,"ContentType":{"Expression":"text/html"},"Headers":{"Expression":"X-Said: {{ Request.Query.name }}"},"Content":{"Expression":"<p>{{ Request.Query.name }}</p>"}}"""))]);
        var path = Path(site, "4answers", "4answers-0");

        var page = await site.Visitor().GetAsync(path + "?name=A%26B");

        ((int)page.Status).ShouldBe(201);
        page.Html.ShouldContain("<p>A&amp;B</p>");
        page.Headers.GetValues("X-Said").ShouldBe(["A%26B"]);
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox;");
        (await site.RunsAsync("4answers")).Single().Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Theory, OnBothDatabases]
    public async Task A_link_that_is_not_ours_or_of_a_circuit_that_is_off_leads_nowhere(Database database)
    {
        var site = await sites.OnAsync(database);
        var off = Circuits.Chain("4shut", ("HttpRequestEvent", """{"HttpMethod":"GET"}"""), ("LogTask", "{}"));
        off["IsEnabled"] = false;
        await site.PlayAsync([off]);

        (await site.Visitor().GetAsync("/workflows/invoke/abc")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Visitor().GetAsync(Path(site, "4shut", "4shut-0"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_script_reads_texts_as_those_of_recipes_do_and_what_is_none_fails_its_run()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        await site.PlayAsync([
            Circuits.Chain("4texts", ("HttpRequestEvent", """{"HttpMethod":"GET"}"""),
                ("ScriptTask", """{"AvailableOutcomes":["Done"],"Script":{"Expression":"log('Information', 'seen'); responseWrite(base64(gzip('H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA==')) + html(' &amp; ') + getUrlPrefix('x')); setOutcome('Done')"}}""")),
            Circuits.Chain("4nottext", ("HttpRequestEvent", """{"HttpMethod":"GET"}"""),
                ("ScriptTask", """{"AvailableOutcomes":["Done"],"Script":{"Expression":"base64('not base64 !'); setOutcome('Done')"}}"""))]);

        (await site.Visitor().GetAsync(Path(site, "4texts", "4texts-0"))).Html.ShouldBe("hello & /x");
        (await site.Visitor().GetAsync(Path(site, "4nottext", "4nottext-0"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await site.RunsAsync("4nottext")).Single().Status.ShouldBe(WorkflowStatus.Faulted);
    }

    /// <summary>One that has a cookie is counted by it; a hall without any shares one address and all of it may follow a link.</summary>
    [Fact]
    public async Task A_link_is_followed_sixty_times_a_minute_by_one_browser_and_more_by_a_hall()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        await site.PlayAsync([Circuits.Chain("4flood", ("HttpRequestEvent", """{"HttpMethod":"GET"}"""), ("LogTask", "{}"))]);
        var path = Path(site, "4flood", "4flood-0");
        var browser = site.Visitor("203.0.113.40");
        await browser.GetAsync("/connexion");

        (await AskAsync(browser, path, times: 60)).ShouldNotContain(HttpStatusCode.TooManyRequests);
        (await AskAsync(browser, path, times: 1)).ShouldBe([HttpStatusCode.TooManyRequests]);
        (await AskAsync(site.Visitor("203.0.113.40"), path, times: 61)).ShouldNotContain(HttpStatusCode.TooManyRequests);
        (await site.RunsAsync("4flood")).Count.ShouldBe(121);
    }

    /// <summary>Orchard's contact form (§9.4 of the formats, second reference): fork, two fields, join, verdict.</summary>
    [Theory, OnBothDatabases]
    public async Task A_form_with_an_empty_field_goes_back_with_the_sentence_and_a_full_one_is_mailed(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([ContactForm()]);
        var path = Path(site, "4contact", "a");

        var empty = await PostAsync(site, path, new() { ["Name"] = "Une personne", ["Message"] = "" });
        (empty.StatusCode, empty.Headers.Location?.ToString()).ShouldBe((HttpStatusCode.Redirect, "/contact"));
        empty.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.StartsWith("ess.said=", StringComparison.Ordinal));

        var full = await PostAsync(site, path, new() { ["Name"] = "Une personne", ["Message"] = "Bonjour" });
        full.Headers.Location?.ToString().ShouldBe("/merci");
        var runs = await site.RunsAsync("4contact");
        (await site.JournalAsync(runs[^1].Id)).ShouldEndWith("JoinTask:Joined ValidateFormTask:Valid EmailTask:Done NotifyTask:Done HttpRedirectTask:Done");
        (await site.JournalAsync(runs[0].Id)).ShouldEndWith("ValidateFormTask:Invalid HttpRedirectTask:Done");
    }

    [Theory, OnBothDatabases]
    public async Task A_form_from_another_site_is_refused_before_anything_runs(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4guarded", ("HttpRequestEvent", """{"HttpMethod":"POST"}"""), ("LogTask", "{}"))]);

        (await PostAsync(site, Path(site, "4guarded", "4guarded-0"), new() { ["Name"] = "x" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await site.RunsAsync("4guarded")).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_circuit_does_not_send_a_browser_to_where_a_visitor_says(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4away", ("HttpRequestEvent", """{"HttpMethod":"GET"}"""), ("HttpRedirectTask", """{"Location":{"Expression":"{{ Request.Query.to }}"}}"""))]);

        var page = await site.Visitor().GetAsync(Path(site, "4away", "4away-0") + "?to=https%3A%2F%2Fexample.org%2F");

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        (await site.RunsAsync("4away")).Single().FaultMessage.ShouldBe("Un circuit ne peut pas envoyer à cette adresse.");
    }

    [Theory, OnBothDatabases]
    public async Task A_link_in_a_message_answers_once_its_button_is_pressed(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4link", ("ContentPublishedEvent", OfPages), ("SetPropertyTask", """{"PropertyName":"url","Syntax":"Liquid","LiquidValue":{"Expression":"{{ 'Oui' | signal_url }}"}}"""), ("SignalEvent", """{"SignalName":{"Expression":"Oui"}}"""), ("LogTask", "{}"))]);
        await site.PublishAsync();
        var run = (await site.RunsAsync("4link")).Single();
        var link = new Uri(JsonNode.Parse(run.State)!["Properties"]!["url"]!.ToString());

        var page = await site.Visitor().GetAsync(link.PathAndQuery);
        await site.SettleAsync();
        (await site.RunsAsync("4link")).Single().Status.ShouldBe(WorkflowStatus.Halted);
        (await page.Form("main form").SubmitAsync()).Html.ShouldContain("C’est fait");
        await site.SettleAsync();

        (await site.RunsAsync("4link")).Single().Status.ShouldBe(WorkflowStatus.Finished);
        (await site.Visitor().GetAsync("/workflows/trigger?token=abc")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task A_step_that_needs_a_request_fails_in_the_worker_with_a_sentence(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4nowhere", ("ContentPublishedEvent", OfPages), ("HttpRedirectTask", """{"Location":{"Expression":"/"}}"""))]);

        await site.PublishAsync();

        (await site.RunsAsync("4nowhere")).Single().FaultMessage.ShouldBe("Cette étape n’a de sens qu’au moment où quelqu’un envoie un formulaire.");
    }

    [Theory, OnBothDatabases]
    public async Task A_page_that_is_asked_for_starts_the_circuits_that_wait_for_its_route(Database database)
    {
        await using var site = await Site.StartAsync(database);
        await site.PlayAsync([Circuits.Chain("4asked", ("HttpRequestFilterEvent", """{"HttpMethod":"GET","RouteValues":{"page":"/EssConsult.Accounts/SignIn"}}"""))]);

        await site.Visitor().GetAsync("/plan-du-site");
        (await site.RunsAsync("4asked")).ShouldBeEmpty();
        await site.Visitor().GetAsync("/connexion");

        (await site.JournalAsync((await site.RunsAsync("4asked")).Single().Id)).ShouldBe("HttpRequestFilterEvent:Matched");
    }

    private static string Path(Site site, string type, string activity) => site.Services.GetRequiredService<WorkflowLinks>().InvokePath(type, activity, 1);

    private static async Task<HttpResponseMessage> PostAsync(Site site, string path, Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await site.Visitor().WithoutRedirects.PostAsync(path, content, TestContext.Current.CancellationToken);
    }

    private static JsonObject ContactForm()
    {
        JsonObject Activity(string id, string name, string properties = "{}") => new() { ["ActivityId"] = id, ["Name"] = name, ["IsStart"] = id == "a", ["Properties"] = JsonNode.Parse(properties) };
        JsonObject Edge(string from, string outcome, string to) => new() { ["SourceActivityId"] = from, ["SourceOutcomeName"] = outcome, ["DestinationActivityId"] = to };
        return new JsonObject
        {
            ["WorkflowTypeId"] = "4contact", ["Name"] = "Contact", ["IsEnabled"] = true,
            ["Activities"] = new JsonArray(
                Activity("a", "HttpRequestEvent", """{"HttpMethod":"POST","ValidateAntiforgeryToken":false}"""), Activity("f", "ForkTask", """{"Forks":["Name","Message"]}"""),
                Activity("n", "ValidateFormFieldTask", """{"FieldName":"Name","ErrorMessage":"Votre nom ?"}"""), Activity("m", "ValidateFormFieldTask", """{"FieldName":"Message","ErrorMessage":"Votre message ?"}"""),
                Activity("j", "JoinTask"), Activity("v", "ValidateFormTask"), Activity("e", "EmailTask", """{"Recipients":{"Expression":"equipe@example.org"},"Subject":{"Expression":"De {{ Request.Form.Name }}"},"TextBody":{"Expression":"{{ Request.Form.Message }}"}}"""),
                Activity("t", "NotifyTask", """{"NotificationType":"Success","Message":{"Expression":"Merci {{ Request.Form.Name }}"}}"""), Activity("r", "HttpRedirectTask", """{"Location":{"Expression":"/merci"}}"""), Activity("b", "HttpRedirectTask", """{"Location":{"Expression":"/contact"}}""")),
            ["Transitions"] = new JsonArray(Edge("a", "Done", "f"), Edge("f", "Name", "n"), Edge("f", "Message", "m"), Edge("n", "Done", "j"), Edge("m", "Done", "j"), Edge("j", "Joined", "v"), Edge("v", "Valid", "e"), Edge("v", "Invalid", "b"), Edge("e", "Done", "t"), Edge("t", "Done", "r")),
        };
    }

    private static async Task<IReadOnlyList<HttpStatusCode>> AskAsync(Visitor visitor, string path, int times)
    {
        var answers = new List<HttpStatusCode>();
        while (answers.Count < times)
        {
            answers.Add((await visitor.GetAsync(path)).Status);
        }

        return answers;
    }
}
