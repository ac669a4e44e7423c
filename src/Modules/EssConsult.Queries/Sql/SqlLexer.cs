using System.Text;

namespace EssConsult.Queries.Sql;

/// <summary>Cuts a query into words. What other readers of SQL may take differently (comments, quoted names, escapes) is refused here.</summary>
internal static class SqlLexer
{
    public const int MostCharacters = 10_000;
    private static readonly string[] Symbols = ["<>", "!=", "<=", ">=", "||", "(", ")", ",", ".", "*", "+", "-", "/", "%", "=", "<", ">", ":", ";"];

    /// <exception cref="RuleException">A character, a comment or a quoted name that queries do not have.</exception>
    public static List<SqlToken> Read(string sql)
    {
        if (sql.Length > MostCharacters)
        {
            throw SqlRefusal.TooLong(MostCharacters);
        }

        var tokens = new List<SqlToken>();
        for (var at = 0; at < sql.Length;)
        {
            if (char.IsWhiteSpace(sql[at]))
            {
                at++;
                continue;
            }

            tokens.Add(Next(sql, ref at));
        }

        tokens.Add(new SqlToken(SqlTokenKind.End, string.Empty));
        return tokens;
    }

    private static SqlToken Next(string sql, ref int at)
    {
        var rest = sql.AsSpan(at);
        if (rest.StartsWith("--") || rest.StartsWith("/*") || rest.StartsWith("*/"))
        {
            throw SqlRefusal.Comment;
        }

        var first = sql[at];
        if (first is '"' or '[' or ']' or '`')
        {
            throw SqlRefusal.Quoted(first);
        }

        if (first == '\'')
        {
            return new SqlToken(SqlTokenKind.Text, Text(sql, ref at));
        }

        if (char.IsAsciiDigit(first))
        {
            return new SqlToken(SqlTokenKind.Number, Number(sql, ref at));
        }

        if (first == '@' && at + 1 < sql.Length && IsWord(sql[at + 1]))
        {
            at++;
            return new SqlToken(SqlTokenKind.Parameter, Run(sql, ref at));
        }

        if (char.IsAsciiLetter(first) || first == '_')
        {
            return new SqlToken(SqlTokenKind.Word, Run(sql, ref at));
        }

        var tail = sql[at..Math.Min(at + 2, sql.Length)];
        var symbol = Array.Find(Symbols, known => tail.StartsWith(known, StringComparison.Ordinal)) ?? throw SqlRefusal.Character(first);
        at += symbol.Length;
        return new SqlToken(SqlTokenKind.Symbol, symbol);
    }

    private static string Run(string sql, ref int at)
    {
        var start = at;
        while (at < sql.Length && IsWord(sql[at]))
        {
            at++;
        }

        return sql[start..at];
    }

    /// <summary>A number runs into no word: <c>1e5</c> and <c>0x1</c> are not numbers here.</summary>
    private static string Number(string sql, ref int at)
    {
        var number = Run(sql, ref at);
        if (at + 1 < sql.Length && sql[at] == '.' && char.IsAsciiDigit(sql[at + 1]))
        {
            at++;
            number += "." + Run(sql, ref at);
        }

        return number.All(sign => char.IsAsciiDigit(sign) || sign == '.') && number.Length <= 18 ? number : throw SqlRefusal.NoNumber(number);
    }

    private static string Text(string sql, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < sql.Length; at++)
        {
            if (sql[at] == '\0')
            {
                throw SqlRefusal.Character(sql[at]);
            }

            if (sql[at] != '\'')
            {
                text.Append(sql[at]);
            }
            else if (at + 1 < sql.Length && sql[at + 1] == '\'')
            {
                text.Append(sql[at++]);
            }
            else
            {
                at++;
                return text.ToString();
            }
        }

        throw SqlRefusal.NotUnderstood(new SqlToken(SqlTokenKind.End, string.Empty));
    }

    private static bool IsWord(char sign) => char.IsAsciiLetterOrDigit(sign) || sign == '_';
}
