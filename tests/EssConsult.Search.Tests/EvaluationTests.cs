using EssConsult.Search.Contracts;

namespace EssConsult.Search.Tests;

/// <summary>How good the answers are, on questions and pairs labelled by hand over the demonstration's contributions and the roadmap.</summary>
public sealed class EvaluationTests(EvaluationSite sites) : IClassFixture<EvaluationSite>
{
    private const int Looked = 5;

    private static readonly (string One, string Other)[] Near =
    [
        ("Une étudiante chez moi", "Développer la colocation entre étudiants et personnes âgées"),
        ("Des composteurs au pied de toutes les résidences", "Une placette de compostage par îlot"),
        ("Une permanence numérique tous les jours", "De l’aide pour les démarches en ligne"),
        ("Une recyclerie au sud de la Loire", "Une ressourcerie mobile"),
        ("Une épicerie ambulante", "Une épicerie participative"),
        ("Une halte-garderie commune", "Faire garder ses enfants quand on embauche"),
        ("Un relais à domicile pour les aidants", "Un café des aidants"),
        ("Un relais à domicile pour les aidants", "Un samedi par mois pour souffler"),
        ("Un café des aidants", "Un samedi par mois pour souffler"),
        ("Un ordinateur réparé pour chaque élève", "Une filière locale de reconditionnement"),
        ("Un prix juste et connu de tous", "Une légumerie coopérative"),
        ("Un guichet unique pour les coopératives d’habitants", "Vieillir à sept"),
        ("Ouvrir les bâtiments vides", "Que les rez-de-chaussée vides"),
        ("Le dernier kilomètre à vélo-cargo", "Une plateforme logistique partagée"),
        ("Payer tout le temps de travail des aides à domicile", "Une plateforme coopérative pour le ménage"),
        ("Une bibliothèque d’objets", "Mettre en réseau les cafés de réparation"),
        ("Réparer les téléphones", "Mettre en réseau les cafés de réparation"),
        ("Ouvrir les cuisines scolaires", "Une cantine de quartier"),
    ];

    private static readonly (string Query, string Expected)[] Questions =
    [
        ("compost", "Une placette de compostage par îlot"),
        ("garder des enfants tôt le matin", "Faire garder ses enfants"),
        ("cantine bio", "Un prix juste et connu de tous"),
        ("aidant alzheimer", "Un samedi par mois pour souffler"),
        ("reparation velo", "Un atelier de réparation de vélos"),
        ("livraison a velo", "Le dernier kilomètre à vélo-cargo"),
        ("consigne bouteilles", "Relancer la consigne du verre"),
        ("traduction medecin", "Des habitants interprètes"),
        ("emplois salariés privés", "Consolider la place de l’ESS"),
        ("vieillir", "Les Lieux Collectifs de Proximité"),
        ("logiciel libre association", "Des outils libres et partagés"),
        ("glanages", "Organiser le glanage"),
        ("vélos collégiens", "Un atelier de réparation de vélos"),
        ("colocation intergénérationnelle", "Développer la colocation"),
        ("couches lavables creche", "Un service de location de couches"),
        ("marchés publics insertion", "Nous aider à répondre ensemble"),
        ("solitude retraité", "Une heure par semaine"),
    ];

    [Fact]
    public async Task Close_contributions_are_among_the_five_shown()
    {
        var site = await sites.StartedAsync();
        var missed = new List<string>();
        foreach (var (one, other) in Near.Concat(Near.Select(pair => (One: pair.Other, Other: pair.One))))
        {
            var (id, _) = sites.Contributions.Single(entry => entry.Title.StartsWith(one, StringComparison.Ordinal));
            var near = await site.UseAsync((ISimilar similar) => similar.NearAsync(id, CancellationToken.None));
            near.ShouldNotContain(item => item.Id == id);
            if (!near.Take(Looked).Any(item => item.Title.StartsWith(other, StringComparison.Ordinal)))
            {
                missed.Add($"{one} → {other}: {string.Join(" | ", near.Select(item => item.Title))}");
            }
        }

        (1 - (missed.Count / (2.0 * Near.Length))).ShouldBeGreaterThanOrEqualTo(0.85, string.Join('\n', missed));
    }

    [Fact]
    public async Task Questions_in_everyday_words_find_what_was_meant_among_the_first_five()
    {
        var site = await sites.StartedAsync();
        var missed = new List<string>();
        foreach (var (query, expected) in Questions)
        {
            var page = await site.Visitor().GetAsync("/recherche?q=" + Uri.EscapeDataString(query));
            var titles = page.Texts(".search-result h2").Take(Looked).ToList();
            if (!titles.Exists(title => title.StartsWith(expected, StringComparison.Ordinal)))
            {
                missed.Add($"{query} → {expected}: {string.Join(" | ", titles)}");
            }
        }

        (1 - (missed.Count / (double)Questions.Length)).ShouldBeGreaterThanOrEqualTo(0.99, string.Join('\n', missed));
    }
}
