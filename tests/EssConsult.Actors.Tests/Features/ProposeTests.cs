using System.Net;
using EssConsult.Actors.Contracts;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Tests.Features;

public sealed class ProposeTests(Sites sites) : IClassFixture<Sites>
{
    [Theory, OnBothDatabases]
    public async Task A_visitor_is_sent_to_sign_in(Database database)
    {
        var site = await sites.OnAsync(database);

        (await site.Visitor().GetAsync("/structures/proposer")).Url.PathAndQuery.ShouldBe("/connexion?retour=%2Fstructures%2Fproposer");
    }

    [Theory, OnBothDatabases]
    public async Task A_proposal_waits_until_a_moderator_publishes_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var citizen = await site.SignInAsync();
        var name = "La Ressourcerie " + Seed.Word();

        var page = await (await citizen.GetAsync("/structures/proposer")).Form("main form")
            .With("Form.Name", name).With("Form.Family", "Association").With("Form.Commune", "Rezé").With("Form.Siret", "732 829 320 00074").With("SpeaksForIt", "true")
            .SubmitAsync("Envoyer la proposition");

        page.Text(".notice-title").ShouldBe("Proposition en attente de relecture");
        var actor = (await site.FindAsync(name))!;
        (actor.State, actor.Siret, actor.Siren, actor.ProposedById).ShouldBe((ActorState.Proposed, "73282932000074", "732829320", citizen.PersonId));
        (await site.Visitor().GetAsync(actor.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await site.SignInAsync()).GetAsync(actor.Path)).Status.ShouldBe(HttpStatusCode.NotFound);

        var moderator = await site.ModeratorAsync();
        await (await moderator.GetAsync($"/admin/structures/{actor.Id}")).Form(".editor-side form").SubmitAsync("Publier");
        await site.CatchUpAsync();

        (await site.Visitor().GetAsync(actor.Path)).Text("h1").ShouldBe(name);
        (await site.PublishedAsync<ActorProposed>()).ShouldContain(happened => happened.ActorId == actor.Id && happened.PersonId == citizen.PersonId);
        (await site.PublishedAsync<ActorPublished>()).ShouldContain(happened => happened.ActorId == actor.Id);

        // Publishing the page does not yet say that this person speaks for it.
        (await site.UseAsync<IActors, bool>(actors => actors.MaySpeakAsync(citizen.PersonId!, actor.Id, default))).ShouldBeFalse();
        await (await moderator.GetAsync($"/admin/structures/{actor.Id}")).Form("form[action*=Accept]").SubmitAsync("Accepter");
        (await site.UseAsync<IActors, bool>(actors => actors.MaySpeakAsync(citizen.PersonId!, actor.Id, default))).ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task A_refused_proposal_is_read_by_nobody_but_who_made_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var (citizen, moderator, name) = (await site.SignInAsync(), await site.ModeratorAsync(), "Refusée " + Seed.Word());
        await (await citizen.GetAsync("/structures/proposer")).Form("main form").With("Form.Name", name).With("Form.Family", "Association").SubmitAsync("Envoyer la proposition");
        var actor = (await site.FindAsync(name))!;

        await (await moderator.GetAsync($"/admin/structures/{actor.Id}")).Form("form[action*=Archive]").SubmitAsync("Ne pas publier");
        await site.CatchUpAsync();

        (await site.Visitor().GetAsync(actor.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await citizen.GetAsync(actor.Path)).Text(".notice-title").ShouldBe("Cette proposition n’a pas été retenue");
    }

    [Theory, OnBothDatabases]
    public async Task A_form_with_mistakes_comes_back_with_each_beside_its_field(Database database)
    {
        var site = await sites.OnAsync(database);
        var citizen = await site.SignInAsync();

        var page = await (await citizen.GetAsync("/structures/proposer")).Form("main form")
            .With("Form.Siret", "12345678901234").With("Form.Latitude", "ici").With("Form.Website", "nulle part").SubmitAsync();

        page.Text("#Form_Name-error").ShouldBe("Donnez le nom de la structure.");
        page.Text("#Form_Family-error").ShouldBe("Choisissez la famille de la structure.");
        page.Text("#Form_Siret-error").ShouldBe("Ce numéro SIRET n’existe pas : vérifiez ses 14 chiffres.");
        page.Document.QuerySelector("#Form_Siret")!.GetAttribute("value").ShouldBe("12345678901234");
        page.Text(".error-summary .notice-title").ShouldBe("3 réponses sont à corriger");
    }

    [Theory, OnBothDatabases]
    public async Task A_structure_that_is_there_is_not_proposed_twice(Database database)
    {
        var site = await sites.OnAsync(database);
        var citizen = await site.SignInAsync();
        var name = "Déjà là " + Seed.Word();
        await site.ActorAsync(name, new ActorFacts { Name = "", Commune = "Nantes" });

        var page = await (await citizen.GetAsync("/structures/proposer")).Form("main form")
            .With("Form.Name", name.ToUpperInvariant()).With("Form.Family", "Mutual").With("Form.Commune", "Nantes").SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text("#Form_Name-error").ShouldBe("Cette structure est déjà dans l’annuaire, ou déjà proposée.");
        (await site.InDatabaseAsync(db => db.Set<Actor>().CountAsync(actor => actor.NameKey == TextKey.Of(name)))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_SIRET_belongs_to_one_structure(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.ActorAsync("Porteuse " + Seed.Word(), new ActorFacts { Name = "", Siret = "55208131766522" });
        var citizen = await site.SignInAsync();

        var page = await (await citizen.GetAsync("/structures/proposer")).Form("main form")
            .With("Form.Name", "Autre " + Seed.Word()).With("Form.Family", "Mutual").With("Form.Siret", "55208131766522").SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text(".error-summary li").ShouldBe("Une autre structure de l’annuaire porte déjà ce numéro SIRET.");
    }
}
