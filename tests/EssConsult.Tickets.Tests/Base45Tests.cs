using System.Text;
using CsCheck;

namespace EssConsult.Tickets.Tests;

public sealed class Base45Tests
{
    // RFC 9285, sections 4.3 and 4.4.
    [Theory]
    [InlineData("AB", "BB8")]
    [InlineData("Hello!!", "%69 VD92EX0")]
    [InlineData("base-45", "UJCLQE7W581")]
    [InlineData("ietf!", "QED8WEX0")]
    public void The_standards_examples_hold(string bytes, string text)
    {
        Base45.Encode(Encoding.ASCII.GetBytes(bytes)).ShouldBe(text);
        Base45.Decode(text).ShouldBe(Encoding.ASCII.GetBytes(bytes));
    }

    [Fact]
    public void Whatever_is_encoded_is_decoded() =>
        Gen.Byte.Array[0, 200].Sample(bytes => Base45.Decode(Base45.Encode(bytes))!.AsSpan().SequenceEqual(bytes));

    [Fact]
    public void No_two_texts_give_the_same_bytes() =>
        Gen.Char["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"].Array[0, 30].Sample(letters => Base45.Decode(letters) is not { } bytes || Base45.Encode(bytes) == new string(letters));

    [Theory]
    [InlineData("A")]
    [InlineData("BB8A")]
    [InlineData("bb8")]
    [InlineData("É00")]
    [InlineData("GGW")] // 65,536
    [InlineData("VU")] // 30 * 45 + 31 = 1,381
    public void What_no_bytes_give_is_refused(string text) => Base45.Decode(text).ShouldBeNull();
}
