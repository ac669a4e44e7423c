using EssConsult.Kernel.Data;

namespace EssConsult.Kernel.Tests;

public sealed class NameInTextTests
{
    [Theory]
    [InlineData("Paul", "Paul vous répond : merci Paul.", "… vous répond : merci ….")]
    [InlineData("Paul", "Pauline et Jean-Paul vous répondent.", "Pauline et Jean-Paul vous répondent.")]
    [InlineData("Paul", "https://exemple.fr/structures/Paul?nom=Paul&x=1 Paul@exemple.fr", "https://exemple.fr/structures/Paul?nom=Paul&x=1 Paul@exemple.fr")]
    [InlineData("http", "http://exemple.fr", "http://exemple.fr")]
    [InlineData("L’Îlot", "« L’Îlot » a écrit", "« … » a écrit")]
    [InlineData("Max & Léa", "<p>Max &amp; L&#233;a, Max & Léa</p>", "<p>…, …</p>")]
    public void Only_the_words_of_the_name_go(string name, string mail, string left) => NameInText.Of(name).ShouldNotBeNull().Erase(mail).ShouldBe(left);

    [Theory]
    [InlineData("le")]
    [InlineData("Léa")]
    [InlineData("123456")]
    public void A_name_like_any_word_or_code_is_not_looked_for(string name) => NameInText.Of(name).ShouldBeNull();
}
