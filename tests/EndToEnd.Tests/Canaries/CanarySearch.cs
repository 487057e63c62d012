using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Regio.EndToEnd.Tests.Canaries;

/// <summary>
/// Looks for strings in bytes, in every form that they might have taken on the way: UTF-8, UTF-16, hexadecimal and base64
/// at each of its three offsets; numbers also as a plain digest, since there are few enough to try them all.
/// </summary>
internal sealed class CanarySearch
{
    private readonly Dictionary<string, (string Canary, string Form)> _forms = new(StringComparer.OrdinalIgnoreCase);
    private readonly SearchValues<string> _values;

    /// <param name="texts">Texts.</param>
    /// <param name="numbers">Numbers, which stand for themselves only where they are not part of a longer one.</param>
    public CanarySearch(IEnumerable<string> texts, IEnumerable<string> numbers)
    {
        foreach (var text in texts)
            Add(text);
        foreach (var number in numbers)
        {
            Add(number);
            var bytes = Encoding.ASCII.GetBytes(number);
            AddBytes(number, "as SHA-256", SHA256.HashData(bytes));
#pragma warning disable CA5350, CA5351 // What a careless programmer would take is what is looked for.
            AddBytes(number, "as SHA-1", SHA1.HashData(bytes));
            AddBytes(number, "as MD5", MD5.HashData(bytes));
#pragma warning restore CA5350, CA5351
        }

        _values = SearchValues.Create([.. _forms.Keys], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What is found in these bytes, each with where it stands; the first of each kind is enough.</summary>
    public IReadOnlyCollection<string> In(string place, ReadOnlySpan<byte> bytes)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        // One character for each byte: what is no text is found as well.
        var text = Encoding.Latin1.GetString(bytes);
        for (var at = 0; text.AsSpan(at).IndexOfAny(_values) is >= 0 and var next; at += next + 1)
        {
            var here = text.AsSpan(at + next);
            foreach (var (form, (canary, what)) in _forms)
            {
                if (here.StartsWith(form, StringComparison.OrdinalIgnoreCase) && IsWhole(form, text, at + next))
                    found.Add($"{canary} {what} in {place}");
            }
        }

        return found;
    }

    private void Add(string canary)
    {
        var bytes = Encoding.UTF8.GetBytes(canary);
        AddBytes(canary, "as it is", bytes);
        AddForm(canary, "in UTF-16", Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(canary)));
    }

    private void AddBytes(string canary, string what, byte[] bytes)
    {
        AddForm(canary, what, Encoding.Latin1.GetString(bytes));
        AddForm(canary, $"{what}, in hexadecimal", Convert.ToHexString(bytes));
        for (var offset = 0; offset < 3; offset++)
        {
            // The first and the last group also hold bits of what stands around it.
            var encoded = Convert.ToBase64String([.. new byte[offset], .. bytes])[(offset == 0 ? 0 : 4)..].TrimEnd('=');
            AddForm(canary, $"{what}, in base64", encoded[..^1]);
        }
    }

    private void AddForm(string canary, string what, string form) => _forms[form] = (canary, what);

    private static bool IsWhole(string form, string text, int start) =>
        !form.All(char.IsAsciiDigit) || (!IsDigit(text, start - 1) && !IsDigit(text, start + form.Length));

    private static bool IsDigit(string text, int at) => at >= 0 && at < text.Length && char.GetUnicodeCategory(text[at]) == UnicodeCategory.DecimalDigitNumber;
}
