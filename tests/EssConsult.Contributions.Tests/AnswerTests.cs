using EssConsult.Contributions.Contracts;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Tests;

public sealed class AnswerTests(RoadmapSites sites) : IClassFixture<RoadmapSites>
{
    [Theory, OnBothDatabases]
    public async Task A_published_answer_stands_on_the_contribution_and_on_the_objective_that_it_names(Database database)
    {
        var site = await sites.OnAsync(database);
        var (facilitator, id, address) = await PublishedAsync(site, "Des vélos partagés");
        var objective = await ObjectiveAsync(site, "Participer au développement des territoires");

        await AnswerAsync(facilitator, id, "Publier la réponse", "Accepted", objective);
        await site.CatchUpAsync();
        var page = await site.Visitor().GetAsync(address);
        var fed = await page.FollowAsync("Participer au développement des territoires");

        page.Text(".answer").ShouldNotBeNull().ShouldContain("Dix vélos seront achetés.");
        page.Text(".answer .state").ShouldBe("Retenue");
        fed.Texts(".contribution-card .card-title").ShouldContain("Des vélos partagés");
        (await site.PublishedAsync<ContributionAnswered>()).ShouldContain(answered => answered.ContentItemId == id);
    }

    [Theory, OnBothDatabases]
    public async Task A_draft_of_an_answer_is_seen_by_nobody_and_says_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var (facilitator, id, address) = await PublishedAsync(site, "Un four à pain");

        await AnswerAsync(facilitator, id, "Enregistrer le brouillon", "Declined");
        await site.CatchUpAsync();

        (await site.Visitor().GetAsync(address)).Has(".answer").ShouldBeFalse();
        (await facilitator.GetAsync($"/admin/reponses/{id}")).Html.ShouldContain("Dix vélos seront achetés.");
        (await site.PublishedAsync<ContributionAnswered>()).ShouldNotContain(answered => answered.ContentItemId == id);
    }

    [Theory, OnBothDatabases]
    public async Task An_answer_without_text_or_signature_is_named_field_by_field_and_changes_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var (facilitator, id, _) = await PublishedAsync(site, "Une laverie");

        var page = await (await facilitator.GetAsync($"/admin/reponses/{id}")).Form("main form").With("Body", "").With("Signature", "").SubmitAsync("Publier la réponse");

        page.Html.ShouldContain("Écrivez la réponse.");
        page.Html.ShouldContain("Indiquez qui signe.");
        (await site.InDatabaseAsync(db => db.Set<Answer>().AnyAsync(answer => answer.ContentItemId == id))).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_published_answer_stays_one_on_screen_when_a_field_is_missing_and_is_no_draft_again(Database database)
    {
        var site = await sites.OnAsync(database);
        var (facilitator, id, _) = await PublishedAsync(site, "Une réponse publiée");
        await AnswerAsync(facilitator, id, "Publier la réponse", "Accepted");

        var page = await (await facilitator.GetAsync($"/admin/reponses/{id}")).Form("main form").With("Signature", "").SubmitAsync("Publier la correction");

        page.Html.ShouldContain("Une correction paraît tout de suite.");
        page.Texts("main form button").ShouldNotContain("Enregistrer le brouillon");
    }

    [Theory, OnBothDatabases]
    public async Task A_text_under_study_still_waits_and_one_of_an_archive_does_not(Database database)
    {
        var site = await sites.OnAsync(database);
        var (facilitator, id, _) = await PublishedAsync(site, "Encore à l’étude");
        await AnswerAsync(facilitator, id, "Publier la réponse", "UnderReview");
        var process = await site.InDatabaseAsync(db => db.Set<ContributionRow>().Where(row => row.ContentItemId == id).Select(row => row.ProcessId).SingleAsync());

        (await facilitator.GetAsync($"/admin/reponses?demarche={process}")).Texts("tbody th a").ShouldBe(["Encore à l’étude"]);
        await AnswerAsync(facilitator, id, "Publier la correction", "Accepted");
        (await facilitator.GetAsync($"/admin/reponses?demarche={process}")).Texts("tbody th a").ShouldBeEmpty();
        (await facilitator.GetAsync($"/admin/reponses?toutes=true&q=etude&demarche={process}")).Texts("tbody th a").ShouldBe(["Encore à l’étude"]);
    }

    [Theory, OnBothDatabases]
    public async Task Two_editors_of_one_answer_do_not_overwrite_one_another(Database database)
    {
        var site = await sites.OnAsync(database);
        var (facilitator, id, _) = await PublishedAsync(site, "Deux plumes");
        var second = await site.SignInAsync("Facilitator");
        var (one, two) = (await facilitator.GetAsync($"/admin/reponses/{id}"), await second.GetAsync($"/admin/reponses/{id}"));

        await one.Form("main form").With("Body", "La première.").With("Signature", "Une direction").SubmitAsync("Enregistrer le brouillon");
        var late = await two.Form("main form").With("Body", "La seconde.").With("Signature", "Une autre").SubmitAsync("Publier la réponse");

        late.Html.ShouldContain("Quelqu’un a enregistré une réponse pendant que vous écriviez");
        late.Html.ShouldContain("La seconde.");
        var stored = await site.InDatabaseAsync(db => db.Set<Answer>().SingleAsync(answer => answer.ContentItemId == id));
        (stored.Body, stored.PublishedUtc).ShouldBe(("La première.", null));
    }

    [Theory, OnBothDatabases]
    public async Task The_roadmap_shows_every_priority_objective_project_and_figure_of_the_source(Database database)
    {
        var site = await sites.OnAsync(database);

        var page = await site.Visitor().GetAsync("/feuille-de-route");

        page.Texts("#priorites .goal h3").Count.ShouldBe(3);
        page.Texts("#objectifs .goal h3").Count.ShouldBe(11);
        page.Texts("#projets .tag").ShouldBe(["Services à la personne, aux familles", "Déchets et ressources", "Circuits courts et alimentation", "Habitat", "Numérique"]);
        page.Texts("#chiffres .figure-value").ShouldContain("36 000");
        page.Texts("#chiffres .figure-source").ShouldAllBe(source => source.EndsWith(", 2015"));
    }

    private static async Task<(Visitor Facilitator, string Id, string Address)> PublishedAsync(Site site, string title)
    {
        var process = await site.OpenProcessAsync();
        await site.PublishAsync(process, [title]);
        var row = await site.InDatabaseAsync(db => db.Set<ContributionRow>().SingleAsync(found => found.ProcessId == process));
        return (await site.SignInAsync("Facilitator"), row.ContentItemId, "/" + row.Path);
    }

    private static async Task AnswerAsync(Visitor facilitator, string id, string button, string state, string? objective = null)
    {
        var form = (await facilitator.GetAsync($"/admin/reponses/{id}")).Form("main form").With("State", state).With("Body", "Dix vélos seront achetés.").With("Signature", "Direction de la mobilité");
        await (objective is null ? form : form.With("Objectives", objective)).SubmitAsync(button);
    }

    private static Task<string> ObjectiveAsync(Site site, string title) =>
        site.InDatabaseAsync(db => db.Set<ContentRow>().Where(row => row.Published && row.ContentType == "Objective" && row.DisplayText == title).Select(row => row.ContentItemId).SingleAsync());
}
