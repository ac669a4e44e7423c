using EssConsult.Search.Analysis;

namespace EssConsult.Search.Tests;

public sealed class AnalysisTests
{
    [Theory]
    [InlineData("l’énergie", "énergies")]
    [InlineData("L'ÉNERGIE", "energie")]
    [InlineData("d’associations", "association")]
    [InlineData("qu’ils coopèrent", "qu'ils cooperent")]
    [InlineData("jusqu’aux quartiers", "quartier")]
    [InlineData("l’œuvre", "oeuvres")]
    [InlineData("cœur", "coeurs")]
    [InlineData("les écoles", "école")]
    [InlineData("solidaires", "solidaire")]
    [InlineData("ressourceries", "ressourcerie")]
    [InlineData("maraîchers", "maraicher")]
    [InlineData("coopérative", "coopératives")]
    [InlineData("composteurs", "composteur")]
    [InlineData("vélos", "VELO")]
    [InlineData("château", "chateaux")]
    [InlineData("journaux", "journal")]
    [InlineData("habitants", "habitante")]
    [InlineData("aidants", "aidant")]
    [InlineData("aujourd’hui", "aujourd'hui")]
    public void Two_spellings_share_their_stems(string one, string other) => Stems(one).ShouldBe(Stems(other));

    [Theory]
    [InlineData("logement", "logique")]
    [InlineData("marché", "marcher en montagne")]
    [InlineData("portail", "porte")]
    public void Two_words_keep_apart(string one, string other) => Stems(one).ShouldNotBe(Stems(other));

    [Theory]
    [InlineData("le la les de du des à au aux en et où même été", "")]
    [InlineData("que d’eau", "eau")]
    public void Words_of_no_weight_are_left_out(string text, string left) => string.Join(' ', Stems(text)).ShouldBe(left);

    [Theory]
    [InlineData("L’Économie d’abord : Œuvrer !", "economie abord oeuvrer")]
    [InlineData("rez-de-chaussée", "rez de chaussee")]
    [InlineData("ESS 2030", "ess 2030")]
    public void Exact_words_are_folded_and_nothing_more(string text, string words) =>
        string.Join(' ', Analyzers.Exact.Read(text).Select(word => word.Term)).ShouldBe(words);

    [Theory]
    [InlineData("the citizens’ proposals", "citizen propos")]
    [InlineData("cooperatives", "cooper")]
    public void English_has_stems_of_its_own(string text, string stems) =>
        string.Join(' ', Analyzers.English.Read(text).Select(word => word.Term)).ShouldBe(stems);

    [Fact]
    public void Places_are_those_of_the_text_as_written()
    {
        const string Text = "Avec l’énergie des œuvres";

        Analyzers.French.Read(Text).Select(word => Text[word.Start..word.End]).ShouldBe(["l’énergie", "œuvres"]);
    }

    private static string[] Stems(string text) => [.. Analyzers.French.Read(text).Select(word => word.Term)];
}
