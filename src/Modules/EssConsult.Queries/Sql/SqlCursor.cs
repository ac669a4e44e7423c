namespace EssConsult.Queries.Sql;

/// <summary>Walks over the words of a query.</summary>
internal sealed class SqlCursor(IReadOnlyList<SqlToken> tokens)
{
    private const int Deepest = 40;
    private int at;
    private int depth;

    public SqlToken Current => tokens[at];

    public SqlToken Ahead(int by) => tokens[Math.Min(at + by, tokens.Count - 1)];

    public SqlToken Take() => tokens[at < tokens.Count - 1 ? at++ : at];

    public bool Take(string word)
    {
        if (!Current.Is(word))
        {
            return false;
        }

        at++;
        return true;
    }

    public void Need(string word)
    {
        if (!Take(word))
        {
            throw SqlRefusal.NotUnderstood(Current);
        }
    }

    /// <summary>Parentheses in parentheses come to an end before the stack does.</summary>
    public T Within<T>(Func<T> read)
    {
        if (++depth > Deepest)
        {
            throw SqlRefusal.TooLong(SqlLexer.MostCharacters);
        }

        var found = read();
        depth--;
        return found;
    }

    public List<T> List<T>(Func<T> read)
    {
        var found = new List<T> { read() };
        while (Take(","))
        {
            found.Add(read());
        }

        return found;
    }
}
