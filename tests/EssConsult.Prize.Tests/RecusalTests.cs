using System.Net;
using System.Text.RegularExpressions;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Jury;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Prize.Tests;

/// <summary>Whatever the site serves, somebody who is recused learns nothing of the entry: asked of every route that there is, not of a list that somebody keeps.</summary>
public sealed partial class RecusalTests(PrizeSites sites) : IClassFixture<PrizeSites>
{
    private const string Secret = "Ornithorynque";

    [Theory, OnBothDatabases]
    public async Task Who_enters_tells_of_a_link_with_a_juror_and_the_entry_is_not_found_for_them(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser, applicant) = (await site.EditionAsync(), await site.OrganiserAsync(), await site.SignInAsync());
        var entry = await applicant.EnterAsync(edition, "La conserverie du quai");
        var (near, far) = (await site.JurorAsync(organiser, edition, "Jurée Proche"), await site.JurorAsync(organiser, edition, "Juré Lointain"));
        (await applicant.GetAsync($"/dossiers/{entry}/jury")).Status.ShouldBe(HttpStatusCode.NotFound, "while entries come in");
        site.EndCall();
        (await (await site.SignInAsync()).GetAsync($"/dossiers/{entry}/jury")).Status.ShouldBe(HttpStatusCode.NotFound, "somebody else's entry");
        var id = await site.InDatabaseAsync(db => db.Set<Juror>().Where(juror => juror.PersonId == near.PersonId).Select(juror => juror.Id).SingleAsync());

        (await (await applicant.GetAsync($"/dossiers/{entry}/jury")).Form("main form.form").SubmitAsync("Signaler ces liens")).Text(".error-summary")!.ShouldContain("au moins une personne");
        var told = await (await applicant.GetAsync($"/dossiers/{entry}/jury")).Form("main form.form").With($"Links[{id}]", "Employment").SubmitAsync("Signaler ces liens");

        told.Texts("tbody .tag").ShouldBe(["Lien signalé"]);
        await organiser.ScreenAsync(edition, entry);
        await organiser.OpenScoringAsync(edition);
        await near.DeclareAsync(edition);
        await far.DeclareAsync(edition);
        (await near.GetAsync($"/jury/{edition}/dossiers/{entry}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await far.GetAsync($"/jury/{edition}/dossiers/{entry}")).Status.ShouldBe(HttpStatusCode.OK);
        (await near.GetAsync($"/jury/{edition}")).Html.ShouldNotContain("conserverie");
    }

    [Theory, OnBothDatabases]
    public async Task A_recused_juror_and_a_recused_organiser_find_the_entry_on_no_route_at_no_stage(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser, recused) = (await site.EditionAsync(), await site.OrganiserAsync(), await site.SignInAsync("Administrator"));
        var entry = await (await site.SignInAsync()).EnterAsync(edition, Secret + " bicéphale");
        var other = await (await site.SignInAsync()).EnterAsync(edition, "Un autre dossier");
        var (juror, free) = (await site.JurorAsync(organiser, edition, "Jurée Liée"), await site.JurorAsync(organiser, edition, "Juré Libre"));
        site.EndCall();
        await site.UseAsync<JuryVerbs>(verbs => verbs.ReportAsync(edition, [new Conflict { EditionId = edition, EntryId = entry, PersonId = recused.PersonId!, Kind = ConflictKind.Mandate, Origin = ConflictOrigin.Reported, AtUtc = DateTime.UnixEpoch }], default));
        await organiser.ScreenAsync(edition, entry);
        await organiser.ScreenAsync(edition, other);
        await organiser.OpenScoringAsync(edition);
        await juror.DeclareAsync(edition, (entry, ConflictKind.Family));
        await free.DeclareAsync(edition);
        await site.CatchUpAsync();

        await ExpectNothingAsync(site, edition, entry, juror, recused, organiser, free);
        await free.MarkAsync(edition, entry, 5, 5, 5);
        await free.MarkAsync(edition, other, 1, 1, 1);
        await juror.MarkAsync(edition, other, 1, 1, 1);
        await organiser.CloseScoringAsync(edition);
        await ExpectNothingAsync(site, edition, entry, juror, recused, organiser, free);
        await (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Freeze]").SubmitAsync();
        await (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Award]").With("EntryId", other.ToString()).With("Name", "Lauréat").SubmitAsync();
        await (await organiser.GetAsync($"/admin/prix/{edition}/classement")).Form("form[action*=Announce]").SubmitAsync();
        await site.CatchUpAsync();
        await ExpectNothingAsync(site, edition, entry, juror, recused, organiser, null);
    }

    private static async Task ExpectNothingAsync(Site site, string edition, Guid entry, Visitor juror, Visitor recused, Visitor organiser, Visitor? free)
    {
        var path = await site.InDatabaseAsync(db => db.Set<Edition>().Where(row => row.ContentItemId == edition).Select(row => row.Path).FirstAsync());
        var routes = Routes(site, edition, entry).Append("/" + path).Append("/recherche?q=bicéphale").ToList();
        routes.Count.ShouldBeGreaterThan(100);
        foreach (var visitor in new[] { juror, recused })
        {
            foreach (var route in routes)
            {
                var answer = await AskAsync(visitor, route);
                answer.Body.ShouldNotContain(Secret, customMessage: route);
                answer.Body.ShouldNotContain(entry.ToString(), customMessage: route);
                if (Ours().IsMatch(route) && route.Contains(entry.ToString(), StringComparison.Ordinal))
                {
                    answer.Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
                }
            }
        }

        // Who is not recused does find it: the routes lead somewhere.
        (await FindAsync(organiser, routes)).ShouldBeGreaterThanOrEqualTo(2);
        if (free is not null)
        {
            (await FindAsync(free, routes)).ShouldBeGreaterThanOrEqualTo(2);
        }
    }

    private static async Task<int> FindAsync(Visitor visitor, IEnumerable<string> routes)
    {
        var found = 0;
        foreach (var route in routes)
        {
            found += (await AskAsync(visitor, route)).Body.Contains(Secret, StringComparison.Ordinal) ? 1 : 0;
        }

        return found;
    }

    /// <summary>Every address that the site answers a GET on, its places filled with the edition and the entry; the mailbox of a developer's own machine is none of them.</summary>
    private static IEnumerable<string> Routes(Site site, string edition, Guid entry) => site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods: { Count: > 0 } methods } || methods.Contains("GET"))
        .Select(endpoint => "/" + Places().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), place => place.Value.Contains("guid", StringComparison.Ordinal) ? entry.ToString() : edition)).Distinct()
        .Where(route => !route.Contains("deconnexion", StringComparison.Ordinal) && !route.StartsWith("/dev/", StringComparison.Ordinal));

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(Visitor visitor, string route)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, route);
        using var answer = await visitor.WithoutRedirects.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (answer.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            // It says what happens from now on, and never ends.
            return (answer.StatusCode, string.Empty);
        }

        var body = await answer.Content.ReadAsStringAsync();

        // What was asked comes back in links that lead nowhere: the address of the page itself, in the other language, to sign in.
        return (answer.StatusCode, answer.IsSuccessStatusCode ? body.Replace(route, string.Empty, StringComparison.Ordinal).Replace(Uri.EscapeDataString(route), string.Empty, StringComparison.Ordinal) : string.Empty);
    }

    [GeneratedRegex("^/(admin/prix|jury)/")]
    private static partial Regex Ours();

    [GeneratedRegex(@"\{[^{}]*(\{[^{}]*\}[^{}]*)*\}")]
    private static partial Regex Places();
}
