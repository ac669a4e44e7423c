using EssConsult.Kernel.Data;

namespace EssConsult.Actors.Tests;

public sealed class TextTests
{
    [Theory]
    [InlineData("L’Épicerie  du Cœur", "l epicerie du coeur", "l-epicerie-du-coeur")]
    [InlineData("AMAP d'HERIC", "amap d heric", "amap-d-heric")]
    [InlineData("  (60B) ", "60b", "60b")]
    [InlineData("Ла Ферма", "ла ферма", "structure")]
    [InlineData("!!!", "", "structure")]
    public void A_name_has_one_spelling(string name, string key, string slug)
    {
        TextKey.Of(name).ShouldBe(key);
        ActorSlug.Of(name).ShouldBe(slug);
    }

    [Theory]
    [InlineData("SAINT-SEBASTIEN-SUR-LOIRE", "Saint-Sebastien-sur-Loire")]
    [InlineData("LA CHAPELLE-SUR-ERDRE", "La Chapelle-sur-Erdre")]
    [InlineData("SUCE-SUR-ERDRE", "Suce-sur-Erdre")]
    [InlineData("Rezé ", "Rezé")]
    [InlineData("Les  Sorinières", "Les Sorinières")]
    public void A_commune_is_counted_once(string typed, string tidy) => CommuneName.Tidy(typed).ShouldBe(tidy);

    [Theory]
    [InlineData("La Ressourcerie de l’Île", "RÎ")]
    [InlineData("AMAP de la Manu", "AM")]
    [InlineData("60B", "6")]
    [InlineData("***", "")]
    public void A_structure_without_a_logo_has_initials(string name, string initials) => ActorWords.Initials(name).ShouldBe(initials);

    [Theory]
    [InlineData("www.exemple.org", "https://www.exemple.org")]
    [InlineData("http://exemple.org/a?b=c", "http://exemple.org/a?b=c")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("javascript://exemple.org/%0aalert(1)", null)]
    [InlineData("deux mots", null)]
    [InlineData("", null)]
    public void A_web_address_is_http_or_nothing(string typed, string? read) => WebAddress.Read(typed).ShouldBe(read);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("+33 2 40 75 63 36", "'+33 2 40 75 63 36")]
    [InlineData("-1.5536", "-1.5536")]
    [InlineData("'déjà", "''déjà")]
    [InlineData("Nantes", "Nantes")]
    public void No_cell_is_a_formula_and_each_reads_back(string text, string cell)
    {
        ActorCsv.Cell(text).ShouldBe(cell);
        ActorCsv.Text(cell).ShouldBe(text);
    }
}
