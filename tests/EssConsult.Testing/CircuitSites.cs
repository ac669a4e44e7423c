using EssConsult.Testing.Browsing;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Testing;

/// <summary>Sites with circuits that tell the team of what they heard, and how to wait for them.</summary>
public static class CircuitSites
{
    /// <summary>A site of its own that plays these circuits, each a <c>WorkflowType</c> in JSON.</summary>
    public static async Task<Site> StartAsync(Database database, params string[] circuits)
    {
        var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        await site.SignInAsync("Facilitator");
        var file = Path.Combine(site.Folder, "circuits.recipe.json");
        await File.WriteAllTextAsync(file, $$"""{ "name": "circuits", "steps": [ { "name": "WorkflowType", "data": [ {{string.Join(",", circuits)}} ] } ] }""");
        await site.CommandAsync("recipe run", file);
        await site.CatchUpAsync();
        return site;
    }

    /// <summary>A circuit that tells the facilitators, by news under this title, each time that the event happens.</summary>
    public static string Telling(string happens, string word) => $$$"""
        {"WorkflowTypeId":"4{{{happens}}}","Name":"{{{word}}}","IsEnabled":true,"Activities":[
          {"ActivityId":"s","Name":"{{{happens}}}","X":0,"Y":0,"IsStart":true,"Properties":{}},
          {"ActivityId":"n","Name":"EssNotifyRoleTask","X":0,"Y":90,"Properties":{"Roles":["Facilitator"],"Subject":{"Expression":"{{{word}}}"},"TextBody":{"Expression":"x"} }}],
         "Transitions":[{"Id":0,"SourceActivityId":"s","SourceOutcomeName":"Done","DestinationActivityId":"n"}]}
        """;

    /// <summary>How often facilitators were told.</summary>
    public static Task<int> ToldAsync(this Site site, string title) => site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM news WHERE title = {title} AND kind = 'circuit-role'").SingleAsync());

    /// <summary>Lets circuits take up what they heard.</summary>
    public static Task LookAtCircuitsAsync(this Site site)
    {
        site.Clock.Advance(TimeSpan.FromSeconds(6));
        return site.CatchUpAsync();
    }

    /// <summary>Switches on one of the circuits that the first site brings, as an administrator does.</summary>
    public static async Task<Visitor> SwitchOnAsync(this Site site, string circuit)
    {
        var admin = await site.SignInAsync("Administrator");
        await (await admin.GetAsync("/admin/circuits")).Form($"form[action*='{circuit}']").SubmitAsync();
        await site.CatchUpAsync();
        return admin;
    }

    /// <summary>Lets circuits take up what they heard until something is so.</summary>
    public static Task UntilAsync(this Site site, Func<Task<bool>> isSo) => Site.UntilAsync(async () =>
    {
        await site.LookAtCircuitsAsync();
        return await isSo();
    });

    /// <summary>At how many places runs wait.</summary>
    public static Task<int> WaitsAsync(this Site site) => site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM workflow_wait").SingleAsync());
}
