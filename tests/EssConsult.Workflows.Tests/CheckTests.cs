using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EssConsult.Workflows.Checking;
using EssConsult.Workflows.Definitions;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Workflows.Tests;

public sealed partial class CheckTests(Sites sites) : IClassFixture<Sites>
{
    [Theory]
    [MemberData(nameof(BrokenCircuits.All), MemberType = typeof(BrokenCircuits))]
    public async Task A_circuit_that_is_drawn_wrong_is_refused_with_its_reason(string drawing, string code, string rows)
    {
        var findings = await CheckAsync(Draw(rows));

        findings.Where(finding => finding.Gravity == Gravity.Fault).Select(finding => finding.Code).ShouldContain(code, drawing);
    }

    [Fact]
    public void There_are_fifty_of_them() => BrokenCircuits.All.Count.ShouldBeGreaterThanOrEqualTo(50);

    [Theory]
    [InlineData("*s ContentPublishedEvent\na LogTask\ns -Done-> a")]
    [InlineData("*s TimerEvent {\"CronExpression\":\"0 9 * * 1\"}\na LogTask\nb LogTask\ns -Done-> a\na -Done-> b\nb -Done-> s")]
    [InlineData("*s ContentPublishedEvent\nf ForEachTask {\"Enumerable\":{\"Expression\":\"[1]\"}}\na LogTask\ns -Done-> f\nf -Iterate-> a\na -Done-> f")]
    [InlineData("*s ContentPublishedEvent\nu UserTaskEvent {\"Actions\":[\"Encore\",\"Fini\"]}\na LogTask\nb LogTask\ns -Done-> u\nu -Encore-> a\na -Done-> u\nu -Fini-> b")]
    [InlineData("*s HttpRequestEvent {\"HttpMethod\":\"POST\"}\nv ValidateFormFieldTask {\"FieldName\":\"x\",\"ErrorMessage\":\"y\"}\nr HttpRedirectTask {\"Location\":{\"Expression\":\"/\"}}\ns -Done-> v\nv -Done-> r")]
    [InlineData("*s ContentPublishedEvent\nw EssWaitTask {\"Until\":{\"Expression\":\"2099-01-01\"}}\na LogTask\ns -Done-> w\nw -Done-> a")]
    public async Task A_circuit_that_is_drawn_well_has_no_fault(string rows) => (await CheckAsync(Draw(rows))).Where(finding => finding.Gravity == Gravity.Fault).ShouldBeEmpty();

    [Fact]
    public async Task What_does_not_run_here_is_a_doubt_and_no_fault()
    {
        var findings = await CheckAsync(Draw("*s ContentPublishedEvent\na CreateTenantTask\ns -Done-> a"));

        findings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(finding => finding.Code.ShouldBe("not-here"), finding => finding.Gravity.ShouldBe(Gravity.Doubt));
    }

    [Theory, OnBothDatabases]
    public async Task A_circuit_with_a_fault_stays_off_and_says_why(Database database)
    {
        var site = await sites.OnAsync(database);
        var type = Circuits.Chain("4wrong", ("ContentPublishedEvent", "{}"), ("EmailTask", """{"Subject":{"Expression":"x"}}"""));
        type["IsEnabled"] = false;
        await site.PlayAsync([type]);
        var admin = await site.SignInAsync("Administrator");

        var page = await (await admin.GetAsync("/admin/circuits")).Form("form[action*='4wrong']").SubmitAsync();

        page.Html.ShouldContain("il reste arrêté");
        page.Text(".findings").ShouldNotBeNull().ShouldContain("Ce message n’a pas de destinataire.");
        page.Document.QuerySelector(".findings a")!.GetAttribute("href").ShouldBe("/admin/circuits/4wrong/modifier/4wrong-1");
        page.Text(".admin-head .state").ShouldBe("Arrêté");
    }

    private async Task<IReadOnlyList<Finding>> CheckAsync(WorkflowType type)
    {
        var site = await sites.OnAsync(Database.Sqlite);
        await using var scope = site.Services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<CircuitCheck>().Of(type);
    }

    private static WorkflowType Draw(string rows)
    {
        var (boxes, lines) = (new JsonArray(), new JsonArray());
        foreach (var row in rows.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Line().Match(row) is { Success: true } line)
            {
                lines.Add(new JsonObject { ["Id"] = lines.Count, ["SourceActivityId"] = line.Groups[1].Value, ["SourceOutcomeName"] = line.Groups[2].Value, ["DestinationActivityId"] = line.Groups[3].Value });
                continue;
            }

            var parts = row.Split(' ', 3);
            boxes.Add(new JsonObject { ["ActivityId"] = parts[0].TrimStart('*'), ["Name"] = parts[1], ["IsStart"] = row[0] == '*', ["Properties"] = JsonNode.Parse(parts.Length > 2 ? parts[2] : "{}") });
        }

        return WorkflowType.Read(new JsonObject { ["WorkflowTypeId"] = "4check", ["Name"] = "Check", ["Activities"] = boxes, ["Transitions"] = lines });
    }

    [GeneratedRegex(@"^(\w+) -(.+)-> (\w+)$")]
    private static partial Regex Line();
}
