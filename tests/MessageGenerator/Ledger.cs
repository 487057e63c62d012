using System.Runtime.InteropServices;

namespace Regio.MessageGenerator;

/// <summary>What the generator itself knows of what it made, to hold against what a reader finds. Complete when all files have been taken.</summary>
public sealed class Ledger
{
    private readonly List<Planted> _planted = [];
    private readonly Dictionary<SpendingKey, Spending> _spending = [];

    /// <summary>Every planted error, in the order of the files.</summary>
    public IReadOnlyList<Planted> Planted => _planted;

    /// <summary>What is claimed rightly, credits taken off, by the month in which it was delivered.</summary>
    public IReadOnlyDictionary<SpendingKey, Spending> Spendings => _spending;

    /// <summary>Files made until now.</summary>
    public int Files { get; internal set; }

    /// <summary>What is claimed rightly on each ceiling, in eurocents.</summary>
    public IReadOnlyDictionary<string, long> ByCeiling =>
        _spending.GroupBy(each => each.Key.Ceiling).ToDictionary(group => group.Key, group => group.Sum(each => each.Value.Cents));

    internal void Add(Planted planted) => _planted.Add(planted);

    internal void Add(SpendingKey key, long cents, long volume) =>
        _spending[key] = _spending.GetValueOrDefault(key) is var sum ? new Spending(sum.Cents + cents, sum.Volume + volume) : default;
}

/// <summary>What spending is told apart by.</summary>
/// <param name="Ceiling">Name of the ceiling in the plan.</param>
/// <param name="Provider">AGB code.</param>
/// <param name="Municipality">CBS code of four digits.</param>
/// <param name="Category">JZ020.</param>
/// <param name="Code">Product code.</param>
/// <param name="Month">The month of delivery, 1 to 12.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SpendingKey(string Ceiling, string Provider, string Municipality, string Category, string Code, int Month);

/// <summary>A sum.</summary>
/// <param name="Cents">Eurocents.</param>
/// <param name="Volume">Units of the product.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Spending(long Cents, long Volume);
