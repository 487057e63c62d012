using Regio.CareMessages.Findings;

namespace Regio.MessageGenerator;

/// <summary>A mistake that is made on purpose: one kind of what goes wrong in practice.</summary>
public enum PlantedError
{
    /// <summary>A start on 31 June.</summary>
    ImpossibleDate,

    /// <summary>A stop with a reason that is in no list.</summary>
    UnknownCode,

    /// <summary>A start of which the end was lost.</summary>
    Truncated,

    /// <summary>A start that begins with a byte-order mark.</summary>
    ByteOrderMark,

    /// <summary>An assignment of release 3.1.</summary>
    OtherRelease,

    /// <summary>A start for a number that fails the eleven-test.</summary>
    InvalidBsn,

    /// <summary>A stop before its start.</summary>
    StopBeforeStart,

    /// <summary>A claim whose total is a cent too high.</summary>
    WrongTotal,

    /// <summary>A claim in which two lines have the same reference.</summary>
    DuplicateReference,

    /// <summary>A start on an assignment that nobody made.</summary>
    UnknownAssignment,

    /// <summary>A second start beside the one that runs.</summary>
    SecondStart,

    /// <summary>A stop of a start that was never sent.</summary>
    StopWithoutStart,

    /// <summary>An assignment with the number of another client's.</summary>
    ReusedAssignmentNumber,

    /// <summary>An assignment message with the Identificatie of an earlier one.</summary>
    ReusedIdentification,

    /// <summary>A request with the reference of an earlier one.</summary>
    ReusedRequestReference,

    /// <summary>A line that claims more than is assigned.</summary>
    TooMuch,

    /// <summary>A line with another tariff than the contract's.</summary>
    WrongTariff,

    /// <summary>A line on an assignment that nobody made.</summary>
    UnknownAssignmentClaimed,

    /// <summary>A line with the reference of a line in an earlier claim.</summary>
    ReusedLineReference,

    /// <summary>A line that takes back what was never claimed.</summary>
    CreditOfUnknown,

    /// <summary>A line that claims what an earlier claim has claimed already.</summary>
    ClaimedTwice,

    /// <summary>A line for the month after the assignment has ended.</summary>
    OutsideAssignment,

    /// <summary>A client in a claim of whom nobody has heard.</summary>
    UnknownClient,
}

/// <summary>An error that stands in a file, and what has to be found.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Error">The kind.</param>
/// <param name="Level">The level on which it shows.</param>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Code">The code of the answer; null where there is none.</param>
/// <param name="Path">The element at fault; a rule that looks at the class may say the class that holds it.</param>
public sealed record Planted(string File, PlantedError Error, ControlLevel Level, string Rule, string? Code, string Path)
{
    /// <summary>Rules and codes of each kind, by the fact sheet of the standard.</summary>
    internal static (ControlLevel Level, string Rule, string? Code) RuleOf(PlantedError error) => error switch
    {
        PlantedError.ImpossibleDate => (ControlLevel.Structure, "XSD15", null),
        PlantedError.UnknownCode => (ControlLevel.Structure, "XSD12", null),
        PlantedError.Truncated => (ControlLevel.Structure, "XML01", null),
        PlantedError.ByteOrderMark => (ControlLevel.Structure, "OP192-2", null),
        PlantedError.OtherRelease => (ControlLevel.Structure, "XSD02", null),
        PlantedError.InvalidBsn => (ControlLevel.Message, "CS002", "0001"),
        PlantedError.StopBeforeStart => (ControlLevel.Message, "CS003", "0001"),
        PlantedError.WrongTotal => (ControlLevel.Message, "TR358", "0001"),
        PlantedError.DuplicateReference => (ControlLevel.Message, "TR314", "0001"),
        PlantedError.UnknownAssignment => (ControlLevel.Known, "TR019", "9019"),
        PlantedError.SecondStart => (ControlLevel.Known, "TR326", "9326"),
        PlantedError.StopWithoutStart => (ControlLevel.Known, "TR382", "9069"),
        PlantedError.ReusedAssignmentNumber => (ControlLevel.Known, "TR332", "9332"),
        PlantedError.ReusedIdentification => (ControlLevel.Known, "TR056", "9056"),
        PlantedError.ReusedRequestReference => (ControlLevel.Known, "TR347", "9347"),
        PlantedError.TooMuch => (ControlLevel.Known, "TR321", "9321"),
        PlantedError.WrongTariff => (ControlLevel.Outside, "TR418", "0611"),
        PlantedError.UnknownAssignmentClaimed => (ControlLevel.Known, "TR338", "9338"),
        PlantedError.ReusedLineReference => (ControlLevel.Known, "TR314", "8021"),
        PlantedError.CreditOfUnknown => (ControlLevel.Known, "TR323", "8017"),
        PlantedError.ClaimedTwice => (ControlLevel.Known, "TR389", "9389"),
        // The period begins and ends after the assignment; TR307 and TR388 may be found as well.
        PlantedError.OutsideAssignment => (ControlLevel.Known, "TR308", "9308"),
        PlantedError.UnknownClient => (ControlLevel.Known, "TR304", "8187"),
        _ => throw new ArgumentOutOfRangeException(nameof(error)),
    };
}
