using Regio.CareMessages.Findings;

namespace Regio.CareMessages.Types;

/// <summary>A published list of codes. Reading one gives the string of the list, so that a million lines hold each code once.</summary>
internal sealed class CodeList : Lexical<string>
{
    private readonly HashSet<string> _codes;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public CodeList(string number, string codes)
    {
        Number = number;
        _codes = [.. codes.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)];
        _lookup = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The number of the published list, such as JZ020.</summary>
    public string Number { get; }

    public IReadOnlyCollection<string> Codes => _codes;

    public override string Allowed => _codes.Count <= 12 ? $"een van {string.Join(", ", _codes)} zijn (codelijst {Number})" : $"in codelijst {Number} staan";

    public override bool TryRead(ReadOnlySpan<char> text, out string value, out StructureRule? fault)
    {
        if (_lookup.TryGetValue(text, out value!))
        {
            fault = null;
            return true;
        }

        value = "";
        fault = text.IsEmpty ? StructureRules.Empty : StructureRules.Code;
        return false;
    }

    public override string Canonical(string value) => value;
}
