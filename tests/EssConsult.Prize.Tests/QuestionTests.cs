using System.Net;
using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Prize.Entries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Prize.Tests;

/// <summary>Questions with a limit, a condition, a public answer, and the gallery that shows it.</summary>
public sealed class QuestionTests(PrizeSites sites) : IClassFixture<PrizeSites>
{
    [Theory, OnBothDatabases]
    public async Task An_answer_that_is_too_long_is_kept_counted_and_not_sent(Database database)
    {
        var site = await sites.OnAsync(database);
        var edition = await EditionAsync(site);
        var applicant = await site.SignInAsync();
        var form = await (await applicant.GetAsync($"/prix/{edition}/deposer")).Form("main form.form").SubmitAsync();
        form.Text(".field-count").ShouldBe("20 caractères au plus.");

        var refused = await form.Form("draft-form form").With("Title", "Trop long").With("ChosenQuestions.Short.Text", "Vingt et un caractères").With("ChosenQuestions.Kind.Text", "autre").SubmitAsync("Relire avant d’envoyer");

        (refused.Status, refused.Text("#ChosenQuestions_Short-error")).ShouldBe((HttpStatusCode.BadRequest, "« Résumé » : 20 caractères au plus, votre réponse en a 22."));
        var review = await applicant.GetAsync($"/dossiers/{Guid.Parse(form.Url.Segments[^1])}/envoyer");
        (review.Texts(".notice-warning li").Single(), review.Has("main form button")).ShouldBe(("Résumé : 20 caractères au plus.", false));
        (await (await applicant.GetAsync(form.Url.PathAndQuery)).Form("draft-form form").With("ChosenQuestions.Short.Text", "Vingt caractères ici").SubmitAsync("Relire avant d’envoyer")).Has("main form button").ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task A_question_that_no_answer_calls_for_is_not_required_and_what_it_held_is_not_sent(Database database)
    {
        var site = await sites.OnAsync(database);
        var edition = await EditionAsync(site);
        var applicant = await site.SignInAsync();
        var form = await (await applicant.GetAsync($"/prix/{edition}/deposer")).Form("main form.form").SubmitAsync();
        var id = Guid.Parse(form.Url.Segments[^1]);
        form.Texts(".field-condition").ShouldBe(["Seulement si « Statut » : Association ou Coopérative.", "Seulement si « Salariés » : Oui."]);

        (await form.Form("draft-form form").With("Title", "Une association").With("ChosenQuestions.Short.Text", "Bref").With("ChosenQuestions.Kind.Text", "association").SubmitAsync("Relire avant d’envoyer")).Text("#ChosenQuestions_Number-error").ShouldBe("Complétez « Numéro ».");
        var complete = await (await applicant.GetAsync(form.Url.PathAndQuery)).Form("draft-form form").With("ChosenQuestions.Number.Text", "W44").With("ChosenQuestions.Employs.Value", "true").With("ChosenQuestions.HowMany.Text", "Trois").SubmitAsync("Relire avant d’envoyer");
        complete.Texts("article dd").ShouldBe(["Bref", "Association", "W44", "Oui", "Trois"]);
        var other = await (await applicant.GetAsync(form.Url.PathAndQuery)).Form("draft-form form").With("ChosenQuestions.Kind.Text", "autre").SubmitAsync("Relire avant d’envoyer");
        other.Texts("article dd").ShouldBe(["Bref", "Autre", "Oui", "Trois"]);
        await other.Form("main form.form").SubmitAsync("Envoyer mon dossier");

        var sent = await site.InDatabaseAsync(db => db.Set<EntrySubmission>().Where(row => row.EntryId == id).Select(row => row.Content).SingleAsync());
        sent.ShouldNotContain("W44");
        (await site.EntryAsync(id)).Answers!.ShouldContain("W44");
    }

    [Theory, OnBothDatabases]
    public async Task The_gallery_shows_public_answers_of_eligible_entries_once_it_is_open_and_the_same_to_everybody(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser) = (await site.EditionAsync(), await site.OrganiserAsync());
        var (shown, refused) = (await (await site.SignInAsync()).EnterAsync(edition, "Le dossier montré"), await (await site.SignInAsync()).EnterAsync(edition, "Le dossier refusé"));
        var juror = await site.JurorAsync(organiser, edition, "Jurée Liée");
        site.EndCall();
        (await GalleryAsync(organiser, edition)).Text(".error-summary, .notice-error").ShouldNotBeNull().ShouldContain("recevable");
        await organiser.ScreenAsync(edition, shown);
        await organiser.ScreenAsync(edition, refused, "Non recevable", "Hors délai.");
        await organiser.OpenScoringAsync(edition);
        await juror.DeclareAsync(edition, (shown, Jury.ConflictKind.Family));
        (await site.Visitor().GetAsync($"/prix/{edition}/galerie")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Visitor().GetAsync($"/prix/{edition}/galerie/1")).Status.ShouldBe(HttpStatusCode.NotFound);

        await GalleryAsync(organiser, edition);
        await site.CatchUpAsync();

        var visitor = site.Visitor();
        (await visitor.GetAsync($"/prix/{edition}/galerie")).Texts(".card h2").ShouldBe(["Le dossier montré"]);
        var page = await visitor.GetAsync($"/prix/{edition}/galerie/1");
        page.Texts("dd").ShouldBe(["Un atelier de réparation.", "Nantes"]);
        page.Html.ShouldNotContain("Ouvert la nuit");
        (await visitor.GetAsync($"/prix/{edition}/galerie/2")).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var path in new[] { $"/prix/{edition}/galerie", $"/prix/{edition}/galerie/1" })
        {
            var anonymous = (await visitor.GetAsync(path)).Document.QuerySelector("main")!.InnerHtml;
            (await juror.GetAsync(path)).Document.QuerySelector("main")!.InnerHtml.ShouldBe(anonymous);
            (await organiser.GetAsync(path)).Document.QuerySelector("main")!.InnerHtml.ShouldBe(anonymous);
        }

        await (await organiser.GetAsync($"/admin/prix/{edition}")).Form("form[action*=Gallery]").SubmitAsync();
        await site.CatchUpAsync();
        (await visitor.GetAsync($"/prix/{edition}/galerie")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task What_was_confidential_when_it_was_sent_never_becomes_public(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser) = (await EditionAsync(site), await site.OrganiserAsync());
        var applicant = await site.SignInAsync();
        var form = await (await applicant.GetAsync($"/prix/{edition}/deposer")).Form("main form.form").SubmitAsync();
        form.Texts(".field-frame .tag").ShouldAllBe(tag => tag == "Confidentiel");
        var review = await form.Form("draft-form form").With("Title", "Un secret").With("ChosenQuestions.Short.Text", "Ornithorynque").With("ChosenQuestions.Kind.Text", "autre").SubmitAsync("Relire avant d’envoyer");
        var id = Guid.Parse((await review.Form("main form.form").SubmitAsync("Envoyer mon dossier")).Url.Segments[^2].TrimEnd('/'));
        var administrator = await site.SignInAsync("Administrator");
        await (await administrator.GetAsync("/admin/types/ChosenQuestions/champs/Short")).Form("form.panel").With("PrizeQuestionSettings.Public", "true").SubmitAsync("Enregistrer");
        (await site.Visitor().GetAsync($"/prix/{edition}/questions")).Texts(".tag").ShouldContain("Public");
        site.EndCall();
        await organiser.ScreenAsync(edition, id);

        await GalleryAsync(organiser, edition);
        await site.CatchUpAsync();

        var page = await site.Visitor().GetAsync($"/prix/{edition}/galerie/1");
        (page.Text("h1"), page.Html.Contains("Ornithorynque", StringComparison.Ordinal)).ShouldBe(("Un secret", false));
        await (await administrator.GetAsync("/admin/types/ChosenQuestions/champs/Short")).Form("form.panel").Without("PrizeQuestionSettings.Public", "true").SubmitAsync("Enregistrer");
    }

    private static async Task<Page> GalleryAsync(Visitor organiser, string edition) => await (await organiser.GetAsync($"/admin/prix/{edition}")).Form("form[action*=Gallery]").SubmitAsync();

    /// <summary>A summary of 20 characters, a list, a question that hangs on it, a yes or no and a question that hangs on that.</summary>
    private static async Task<string> EditionAsync(Site site)
    {
        await site.UseAsync<IServiceProvider>(async services =>
        {
            var definitions = services.GetRequiredService<IContentDefinitions>();
            if (definitions.FindType("ChosenQuestions") is null)
            {
                await definitions.MergeAsync(
                    [StartingTypesRegistration.Type("ChosenQuestions", "Questions choisies", "Pour les essais.", "PrizeQuestions", StartingTypesRegistration.Part("ChosenQuestions", 0))],
                    [StartingTypesRegistration.PartOf("ChosenQuestions",
                        Field("TextField", "Short", "Résumé", 0, true, new JsonObject { ["MostCharacters"] = 20 }), Kind(),
                        Field("TextField", "Number", "Numéro", 2, true, new JsonObject { ["ShownIf"] = "Kind", ["ShownIfAnswers"] = new JsonArray("Association", "coop") }),
                        Field("BooleanField", "Employs", "Salariés", 3, false, []), Field("TextField", "HowMany", "Combien", 4, true, new JsonObject { ["ShownIf"] = "Employs", ["ShownIfAnswers"] = new JsonArray("Oui") }))],
                    replace: false, default);
                await services.GetRequiredService<SiteDb>().SaveChangesAsync();
            }
        });
        await site.CatchUpAsync();
        return await site.EditionAsync(part => part["Questions"] = "ChosenQuestions");
    }

    private static JsonObject Kind()
    {
        var field = Field("TextField", "Kind", "Statut", 1, true, []);
        field["Settings"]!["ContentPartFieldSettings"]!["Editor"] = "PredefinedList";
        field["Settings"]!["TextFieldPredefinedListEditorSettings"] = new JsonObject { ["Editor"] = "Dropdown", ["Options"] = new JsonArray(Option("Association", "association"), Option("Coopérative", "coop"), Option("Autre", "autre")) };
        return field;
    }

    private static JsonObject Option(string name, string value) => new() { ["name"] = name, ["value"] = value };

    private static JsonObject Field(string kind, string name, string label, int position, bool isRequired, JsonObject question)
    {
        var field = StartingTypesRegistration.Field(kind, name, label, position, new JsonObject { ["Required"] = isRequired });
        field["Settings"]!["PrizeQuestionSettings"] = question;
        return field;
    }
}
