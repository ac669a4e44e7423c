using System.Net;
using EssConsult.Forms.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Forms.Tests;

public sealed class QuestionnaireTests(FormSites sites) : IClassFixture<FormSites>
{
    private const string Thanks = "Merci, votre réponse est enregistrée.";

    [Theory, OnBothDatabases]
    public async Task A_questionnaire_is_composed_opened_answered_and_counted(Database database)
    {
        var site = await sites.OnAsync(database);
        var animator = await site.SignInAsync("Facilitator", "ManageQuestionnaires", "ViewFormSubmissions");
        var page = await animator.GetAsync("/admin/questionnaires/nouveau");
        foreach (var kind in new[] { "Un seul choix", "Texte court", "Échelle de 1 à 5", "Plusieurs choix", "Date", "Nombre", "Texte long" })
        {
            page = await page.Form("form.editor-main").SubmitAsync(kind);
        }

        var incomplete = await page.Form("form.editor-main").SubmitAsync("Enregistrer et ouvrir");
        incomplete.Texts(".error-summary li").ShouldContain("Donnez un titre au questionnaire.");
        incomplete.Texts(".error-summary li").ShouldContain("La question 1 propose moins de deux réponses.");
        var opened = await incomplete.Form("form.editor-main").With("Title", "La salle").With("Questions[0].Text", "Venez-vous à pied ?").With("Questions[0].Options", "Oui\nNon").With("Questions[0].Required", "true")
            .With("Questions[1].Text", "Sinon, comment ?").With("Questions[1].Required", "true").With("Questions[1].OnlyIf", "Q1").With("Questions[1].Is", "Non").With("Questions[2].Text", "Votre avis")
            .With("Questions[3].Text", "Vos thèmes").With("Questions[3].Options", "Eau\nAir").With("Questions[4].Text", "Quand ?").With("Questions[5].Text", "À combien ?").With("Questions[6].Text", "Un mot").SubmitAsync("Enregistrer et ouvrir");
        opened.Text(".notice-success")!.ShouldContain("/formulaires/");
        var id = opened.Url.Segments[^1];
        opened.Document.QuerySelectorAll("fieldset.panel").Length.ShouldBe(7);

        var shown = await site.OpenAsync(id);
        shown.Document.QuerySelector("[data-shown-if]")!.TextContent.ShouldContain("Sinon, comment ?");
        (await shown.FormOf().With("Q1", "Non").SubmitAsync()).Texts(".error-summary li").ShouldBe(["Remplissez « Sinon, comment ? »."]);
        (await site.AnswerAsync(id, null, ("Q1", "Oui"), ("Q2", "jamais demandé"), ("Q3", "4"), ("Q4", "Eau"), ("Q6", "3"))).Text(".notice-success").ShouldBe(Thanks);
        (await site.AnswerAsync(id, null, ("Q1", "Non"), ("Q2", "À vélo"), ("Q3", "2"), ("Q5", "2027-04-01"), ("Q7", "Bravo"))).Text(".notice-success").ShouldBe(Thanks);

        var results = await animator.GetAsync($"/admin/questionnaires/{id}/resultats");
        results.Texts("tbody tr").ShouldBe(["Oui150", "Non150", "100", "2150", "300", "4150", "500", "Eau1100", "Air00", "2027-04-011100", "31100"]);
        results.Text("section:nth-of-type(3)")!.ShouldContain("Moyenne 3, de 2 à 4");
        results.Document.QuerySelectorAll("section:nth-of-type(1) svg rect.chart-bar").Select(bar => bar.GetAttribute("width")).ShouldBe(["160.0", "160.0"]);
        results.Texts("section li").ShouldBe(["À vélo", "Bravo"], ignoreOrder: true);
        (await site.KeptAsync(id))[0].AnswerTo("Q2").ShouldBe("");
        (await (await animator.GetAsync($"/admin/questionnaires/{id}")).Form("form.editor-main").SubmitAsync("Fermer le questionnaire")).Has(".notice-success").ShouldBeFalse();
        (await site.Visitor().GetAsync($"/formulaires/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task A_code_opens_a_questionnaire_once_and_is_not_kept_with_the_answers(Database database)
    {
        var site = await sites.OnAsync(database);
        var animator = await site.SignInAsync("Facilitator", "ManageQuestionnaires");
        var page = await (await animator.GetAsync("/admin/questionnaires/nouveau")).Form("form.editor-main").SubmitAsync("Texte court");
        var id = (await page.Form("form.editor-main").With("Title", "Sur invitation").With("Access", "codes").With("Questions[0].Text", "Votre avis").SubmitAsync("Enregistrer et ouvrir")).Url.Segments[^1];
        (await (await animator.GetAsync($"/admin/questionnaires/{id}/codes")).Form().With("Count", "0").SubmitAsync("Ajouter des codes")).Text(".error-summary li").ShouldBe("Donnez un nombre de codes entre 1 et 1000.");
        var codes = await (await animator.GetAsync($"/admin/questionnaires/{id}/codes")).Form().With("Count", "2").SubmitAsync("Ajouter des codes");
        var code = codes.Text("tbody th")!;

        (await site.AnswerAsync(id, null, ("Q1", "x"))).Texts(".error-summary li").ShouldBe(["Ce code n’est pas reconnu. Recopiez les huit signes que vous avez reçus."]);
        var first = (await site.OpenAsync(id)).FormOf().With("EssCode", code.ToLowerInvariant()).With("Q1", "Une fois");
        (await first.SubmitAsync()).Text(".notice-success").ShouldBe(Thanks);
        (await first.SubmitAsync()).Text(".notice-success").ShouldBe(Thanks);
        (await site.AnswerAsync(id, null, ("EssCode", code), ("Q1", "Deux fois"))).Texts(".error-summary li").ShouldBe(["Ce code a déjà servi."]);

        (await site.KeptAsync(id)).ShouldHaveSingleItem().Answers.ShouldNotContain(code.Replace(" ", string.Empty, StringComparison.Ordinal));
        (await site.InDatabaseAsync(db => db.Set<FormCode>().CountAsync(row => row.FormId == id && row.UsedUtc != null))).ShouldBe(1);
        (await animator.GetAsync($"/admin/questionnaires/{id}/codes")).Texts("tbody tr").Count.ShouldBe(1);
        (await animator.Client.GetStringAsync($"/admin/questionnaires/{id}/codes.csv", TestContext.Current.CancellationToken)).ShouldContain(",oui");
    }

    [Theory, OnBothDatabases]
    public async Task Two_people_at_once_with_one_code_are_one_answer(Database database)
    {
        var site = await sites.OnAsync(database);
        var animator = await site.SignInAsync("Facilitator", "ManageQuestionnaires");
        var page = await (await animator.GetAsync("/admin/questionnaires/nouveau")).Form("form.editor-main").SubmitAsync("Texte court");
        var id = (await page.Form("form.editor-main").With("Title", "Un seul code").With("Access", "codes").With("Questions[0].Text", "Votre avis").SubmitAsync("Enregistrer et ouvrir")).Url.Segments[^1];
        var code = (await (await animator.GetAsync($"/admin/questionnaires/{id}/codes")).Form().With("Count", "1").SubmitAsync("Ajouter des codes")).Text("tbody th")!;
        var people = new List<(Visitor Visitor, Form Form)>();
        for (var number = 0; number < 4; number++)
        {
            var visitor = site.Visitor();
            people.Add((visitor, (await site.OpenAsync(id, visitor)).FormOf().With("EssCode", code).With("Q1", $"{number}")));
        }

        var answers = await Task.WhenAll(people.Select(person => person.Visitor.WithoutRedirects.SendAsync(person.Form.Press(), TestContext.Current.CancellationToken)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        (await site.KeptAsync(id)).Count.ShouldBe(1);
    }
}
