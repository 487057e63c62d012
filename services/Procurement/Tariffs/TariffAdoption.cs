using System.Globalization;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Tariffs;

/// <summary>What is to be paid again or paid back for days that have passed.</summary>
internal sealed record TariffCorrection(Validity Period, long DifferenceCents, Guid CorrectedId);

/// <summary>What the adoption of a tariff does to those in force: corrections of the past, and parts that go on by themselves.</summary>
internal sealed record TariffAdoption(Validity InForce, IReadOnlyList<TariffCorrection> Corrections, IReadOnlyList<Tariff> Continued)
{
    /// <summary>
    /// Makes room for a substantiated tariff. Over days that have passed it corrects provisional tariffs only: a
    /// definitive one was owed and stays owed. The caller then calls <see cref="Tariff.Adopt"/>.
    /// </summary>
    /// <param name="adopted">The tariff.</param>
    /// <param name="active">When its line is active; null when it is not.</param>
    /// <param name="held">The adopted tariffs of the line.</param>
    /// <param name="today">The present day; days before it have passed.</param>
    /// <param name="newId">Gives an id to what goes on by itself.</param>
    public static TariffAdoption Of(Tariff adopted, Validity? active, IReadOnlyList<Tariff> held, DateOnly today, Func<Guid> newId)
    {
        adopted.RequireSubstantiated();
        RequireInside(adopted.Validity, active);
        var overlapping = held.Where(tariff => tariff.InForce is { } range && range.Overlaps(adopted.Validity)).ToList();
        var corrections = overlapping.Select(tariff => Correction(tariff, adopted, today)).OfType<TariffCorrection>().ToList();
        return new TariffAdoption(
            adopted.Validity, corrections, [.. overlapping.Select(tariff => tariff.YieldTo(adopted.Validity, newId)).OfType<Tariff>()]);
    }

    public static void RequireInside(Validity asked, Validity? active)
    {
        if (active is not { } line)
            throw new DomainException(TariffRules.LineNotActive);
        if (!line.Contains(asked))
        {
            throw new DomainException(TariffRules.OutsideLine, "period", new Dictionary<string, string>
            {
                ["from"] = Text(line.From),
                ["until"] = line.Until is { } until ? Text(until) : "",
            });
        }
    }

    private static TariffCorrection? Correction(Tariff old, Tariff adopted, DateOnly today)
    {
        var range = old.InForce!.Value;
        var from = range.From > adopted.Validity.From ? range.From : adopted.Validity.From;
        if (from >= today)
            return null;
        if (!old.Provisional)
        {
            throw new DomainException(TariffRules.Definitive, "id", new Dictionary<string, string>
            {
                ["tariff_id"] = old.Id.ToString("D"),
                ["from"] = Text(from),
                ["today"] = Text(today),
            });
        }

        var until = new[] { range.Until, adopted.Validity.Until, today }.Min()!.Value;
        return new TariffCorrection(new Validity(from, until), adopted.Cents - old.Cents, old.Id);
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
