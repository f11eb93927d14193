package io.rpcidl.benchmarks.rpc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines over two logarithmic axes, as SVG: what doubles with each doubling is a straight line at 45 degrees. */
final class LinePlot {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 440;
    private static final int LEFT = 80;
    private static final int RIGHT = 150;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final int LEGEND_STEP = 20;
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000");

    private final String title;
    private final String across;
    private final String up;
    private final Map<String, List<double[]>> lines = new LinkedHashMap<>();

    LinePlot(String title, String across, String up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /** Adds a point to a line; both values are above 0. Points come in ascending order. */
    void add(String line, double x, double y) {
        lines.computeIfAbsent(line, name -> new ArrayList<>()).add(new double[] {x, y});
    }

    boolean isEmpty() {
        return lines.values().stream().noneMatch(points -> points.size() > 1);
    }

    String svg() {
        Axis horizontal = Axis.over(lines, 0);
        Axis vertical = Axis.over(lines, 1);
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n",
                WIDTH,
                HEIGHT));
        text(svg, LEFT, TOP - 18, "start", "<tspan font-weight=\"bold\">" + title + "</tspan>");
        text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", across);
        text(svg, LEFT, TOP - 4, "start", up);
        for (int power = vertical.low; power <= vertical.high; power++) {
            double y = y(vertical, Math.pow(10, power));
            rule(svg, LEFT, y, WIDTH - RIGHT, y);
            text(svg, LEFT - 6, y + 4, "end", name(power));
        }
        for (int power = horizontal.low; power <= horizontal.high; power++) {
            double x = x(horizontal, Math.pow(10, power));
            rule(svg, x, TOP, x, HEIGHT - BOTTOM);
            text(svg, x, HEIGHT - BOTTOM + 16, "middle", name(power));
        }
        int number = 0;
        for (Map.Entry<String, List<double[]>> line : lines.entrySet()) {
            line(svg, line.getKey(), line.getValue(), horizontal, vertical, number++);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void line(
            StringBuilder svg, String name, List<double[]> points, Axis horizontal, Axis vertical, int number) {
        String colour = COLOURS.get(number % COLOURS.size());
        StringBuilder path = new StringBuilder();
        for (double[] point : points) {
            path.append(String.format(
                    Locale.ROOT,
                    "%s%.1f,%.1f",
                    path.isEmpty() ? "" : " ",
                    x(horizontal, point[0]),
                    y(vertical, point[1])));
        }
        svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"")
                .append(colour)
                .append("\" points=\"")
                .append(path)
                .append("\"/>\n");
        double y = TOP + 10 + (double) LEGEND_STEP * number;
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%.1f\" width=\"12\" height=\"4\" fill=\"%s\"/>\n",
                WIDTH - RIGHT + 12,
                y - 5,
                colour));
        text(svg, WIDTH - RIGHT + 30, y, "start", name);
    }

    private static double x(Axis axis, double value) {
        return LEFT + axis.share(value) * (WIDTH - LEFT - RIGHT);
    }

    private static double y(Axis axis, double value) {
        return HEIGHT - BOTTOM - axis.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    private static void rule(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>\n",
                x1,
                y1,
                x2,
                y2));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String words) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, words));
    }

    private static String name(int power) {
        String[] units = {"", " k", " M", " G", " T"};
        if (power < 0) {
            return String.format(Locale.ROOT, "%." + -power + "f", Math.pow(10, power));
        }
        return (long) Math.pow(10, power % 3) + units[Math.min(power / 3, units.length - 1)];
    }

    /** Whole powers of ten around all values. */
    private record Axis(int low, int high) {
        static Axis over(Map<String, List<double[]>> lines, int coordinate) {
            double least = Double.MAX_VALUE;
            double most = 0;
            for (List<double[]> points : lines.values()) {
                for (double[] point : points) {
                    least = Math.min(least, point[coordinate]);
                    most = Math.max(most, point[coordinate]);
                }
            }
            int low = (int) Math.floor(Math.log10(least));
            int high = (int) Math.ceil(Math.log10(most));
            return new Axis(low, Math.max(high, low + 1));
        }

        double share(double value) {
            return (Math.log10(value) - low) / (high - low);
        }
    }
}
